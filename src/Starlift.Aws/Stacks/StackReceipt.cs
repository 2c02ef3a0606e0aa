using System.Globalization;
using Starlift.Aws.Apis;
using Starlift.Errors;

namespace Starlift.Aws.Stacks;

/// <summary>What AWS has counted of a serverless warehouse (Amazon Redshift: "SYS_SERVERLESS_USAGE"), asked over the Data API, which needs no open port.</summary>
/// <param name="RpuSeconds">Charged so far; a transaction that runs is not among them.</param>
public sealed record StackReceipt(long RpuSeconds)
{
    public decimal RpuHours => RpuSeconds / 3600m;

    internal static async Task<StackReceipt> ReadAsync(StackApis apis, StackOutputs outputs, CancellationToken cancellationToken)
    {
        var secret = await apis.RedshiftServerless.AdminSecretAsync(outputs.Warehouse, cancellationToken);
        var result = await apis.Data.ExecuteAsync(
            new DataApiPlace(IsServerless: true, outputs.Warehouse, outputs.Database, secret),
            "select coalesce(sum(charged_seconds), 0) as charged_seconds from sys_serverless_usage",
            cancellationToken);
        return result.Rows is [[{ } counted]] && decimal.TryParse(Convert.ToString(counted, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? new StackReceipt((long)seconds)
            : throw new StarliftException(ExitCode.RunFailed, new Problem("SYS_SERVERLESS_USAGE told no number"));
    }
}
