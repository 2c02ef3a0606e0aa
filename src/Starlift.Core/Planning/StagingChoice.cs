using Starlift.Sql;
using Starlift.Tables;
using Starlift.Warehouses;

namespace Starlift.Planning;

/// <summary>Chooses where a run stages what it loads.</summary>
static class StagingChoice
{
    /// <summary>JSON takes about a tenth of its room when it is compressed.</summary>
    const int Expansion = 10;

    /// <param name="plan">What is to be loaded.</param>
    /// <param name="capabilities">Of the warehouse.</param>
    public static StagingKind Of(RunPlan plan, Capabilities capabilities) =>
        !capabilities.TemporaryStaging ? StagingKind.Kept
        : plan.Loads.Sum(BytesOf) > capabilities.LargestTemporaryStaging ? StagingKind.Scratch
        : StagingKind.Temporary;

    static long BytesOf(LoadPlan load) =>
        load.ToLoad.Sum(version => version.Size) * (load.Load.Copy.Compression == Compression.None ? 1 : Expansion);
}
