using Starlift.Aws;
using Starlift.Aws.Iam;
using Starlift.Cli.Settings;
using Starlift.Errors;
using Starlift.Projects;
using Starlift.Redshift;
using Starlift.Sql;

namespace Starlift.Cli.Targets;

/// <summary>
/// Whether loads can be loaded by Redshift at all: a COPY reads its manifest in the region of its data (Amazon Redshift: "COPY", REGION), so
/// manifests that lie elsewhere fail it. Known before anything is put up or run.
/// </summary>
static class LoadRegions
{
    /// <summary>Nothing of AWS is asked for a target of another type, nor where a folder stands in for S3.</summary>
    /// <param name="project">Whose loads.</param>
    /// <param name="target">Of it.</param>
    /// <param name="s3">Whose credentials.</param>
    /// <param name="cancel">Ends asking.</param>
    /// <exception cref="ConfigurationException">A load's data and its manifests are in different regions, or a COPY states another region than its data's.</exception>
    public static Task CheckAsync(Project project, TargetSettings target, S3Settings s3, CancellationToken cancel) =>
        target.Type == RedshiftTargetType.Definition.Name && s3.Root is null ? CheckAsync(project, target, s3, buckets: [], cancel) : Task.CompletedTask;

    /// <param name="project">Whose loads.</param>
    /// <param name="target">Of type redshift; null for a stack that no target names.</param>
    /// <param name="s3">Whose credentials; of a stack that no target names, its region.</param>
    /// <param name="buckets">That hold data besides those of the loads.</param>
    /// <param name="cancel">Ends asking.</param>
    /// <inheritdoc cref="CheckAsync(Project, TargetSettings, S3Settings, CancellationToken)"/>
    public static async Task CheckAsync(Project project, TargetSettings? target, S3Settings s3, IReadOnlyList<string> buckets, CancellationToken cancel)
    {
        var loads = project.Loads.Select(load => load.Copy).Where(copy => copy.From.StartsWith("s3://", StringComparison.Ordinal)).ToList();
        var others = buckets.Except(loads.Select(BucketOf)).ToList();
        if (loads.Count + others.Count == 0)
        {
            return;
        }

        var region = target is null ? s3.Region : TargetRegion.Of(project, target, s3);
        using var regions = new BucketRegions(new S3Options { Profile = s3.Profile, Region = region });
        var manifests = target is null ? region : await ManifestsRegionAsync(target, region, regions, cancel);
        var problems = new List<Problem>();
        foreach (var copy in loads)
        {
            problems.AddRange(ProblemsOf(copy, await regions.OfAsync(BucketOf(copy), cancel), manifests));
        }

        foreach (var bucket in others)
        {
            if (await regions.OfAsync(bucket, cancel) is { } data && manifests is not null && data != manifests)
            {
                problems.Add(ProblemOf(bucket, data, manifests));
            }
        }

        if (problems.Count > 0)
        {
            throw new ConfigurationException(problems);
        }
    }

    /// <summary>The stack's own bucket is where the stack is; another one is asked for.</summary>
    static async Task<string?> ManifestsRegionAsync(TargetSettings target, string? region, BucketRegions regions, CancellationToken cancel) =>
        target.Values.TryGetValue("manifests", out var place) && place.StartsWith("s3://", StringComparison.Ordinal)
            ? await regions.OfAsync(S3Place.Of(place).Bucket, cancel)
            : target.Values.ContainsKey("stack") ? region : null;

    static IEnumerable<Problem> ProblemsOf(CopyStatement copy, string? data, string? manifests)
    {
        var place = copy.Source.PlaceOf(copy.FromIndex);
        if (data is null)
        {
            yield break;
        }

        if (copy.Region is { } stated && stated != data)
        {
            yield return new Problem($"the COPY states the region {stated}, and the bucket {BucketOf(copy)} is in {data}", place, "leave REGION away: Starlift adds the bucket's where it is needed");
        }

        if (manifests is not null && manifests != data)
        {
            yield return ProblemOf(BucketOf(copy), data, manifests) with { Place = place };
        }
    }

    static string BucketOf(CopyStatement copy) => S3Place.Of(copy.From).Bucket;

    static Problem ProblemOf(string bucket, string data, string manifests) => new(
        $"the bucket {bucket} is in {data} and the manifests of its loads would lie in {manifests}: a COPY reads its manifest in the region of its data",
        Hint: $"put the warehouse up in {data} (region under cloud in starlift.yaml), or give the target manifests: s3://bucket/prefix in a bucket of {data}");
}
