namespace Starlift.Aws.Iam;

/// <summary>What S3 has to allow.</summary>
/// <param name="partition">aws, aws-cn …: what ARNs begin with.</param>
public sealed class S3Statements(string partition)
{
    /// <summary>Listing exactly these prefixes, a statement a bucket, and reading what is below them; none for no places.</summary>
    /// <param name="places">What the COPY statements name.</param>
    /// <param name="objects">Single objects that are read besides: JSONPaths files, manifests.</param>
    public IEnumerable<IamStatement> Reading(IEnumerable<S3Place> places, IEnumerable<S3Place> objects)
    {
        var all = places.Distinct().OrderBy(place => place.Bucket, StringComparer.Ordinal).ThenBy(place => place.Prefix, StringComparer.Ordinal).ToList();
        var number = 0;
        foreach (var bucket in all.GroupBy(place => place.Bucket))
        {
            yield return new IamStatement($"ListData{++number}", ["s3:ListBucket"], [ArnOf(bucket.Key)])
            {
                Condition = ("StringLike", "s3:prefix", [.. bucket.Select(place => $"{place.Prefix}*")]),
            };
        }

        var read = all.Select(place => $"{ArnOf(place.Bucket)}/{place.Prefix}*")
            .Concat(objects.Select(place => $"{ArnOf(place.Bucket)}/{place.Prefix}"))
            .Distinct().Order(StringComparer.Ordinal).ToList();
        if (read.Count > 0)
        {
            yield return new IamStatement("ReadData", ["s3:GetObject"], read);
        }
    }

    /// <summary>Writing manifests and removing them again.</summary>
    public IamStatement Manifests(S3Place place) =>
        new("WriteManifests", ["s3:PutObject", "s3:DeleteObject"], [Below(place)]);

    /// <summary>Reading manifests.</summary>
    public IEnumerable<IamStatement> ReadingManifests(S3Place place) =>
        [new("ReadManifests", ["s3:GetObject"], [Below(place)])];

    string Below(S3Place place) => $"{ArnOf(place.Bucket)}/{(place.Prefix.Length == 0 ? "" : place.Prefix.TrimEnd('/') + "/")}*";

    string ArnOf(string bucket) => $"arn:{partition}:s3:::{bucket}";
}
