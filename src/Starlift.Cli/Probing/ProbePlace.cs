using System.Text.RegularExpressions;
using Starlift.Cases;

namespace Starlift.Cli.Probing;

/// <summary>Where a probe puts what it needs for a while: below a prefix in S3 and in schemas that nobody else uses.</summary>
/// <param name="Manifests">s3://bucket/prefix that the target names for the manifests of its loads.</param>
/// <param name="Id">A few letters and digits that no other probe has.</param>
sealed partial record ProbePlace(string Manifests, string Id)
{
    public string Root => $"{Manifests.TrimEnd('/')}/probe-{Id}/";

    /// <summary>Unqualified tables of cases are made here.</summary>
    public string Schema => $"starlift_probe_{Id}";

    public string Bucket => Root["s3://".Length..].Split('/')[0];

    /// <summary>The root without its bucket.</summary>
    public string Keys => Root[$"s3://{Bucket}/".Length..];

    /// <summary>The schema in the place of one that a case makes.</summary>
    public string SchemaFor(string schema) => $"{Schema}_{schema}";

    /// <summary>What takes the place of a case's uri; a bucket alone is none but what lies in it.</summary>
    public string UriFor(ConformanceCase testCase, string uri) =>
        $"{RootOf(testCase.Name)}{uri["s3://".Length..]}{(uri["s3://".Length..].Contains('/') ? "" : "/")}";

    /// <summary>The text with this place's uris in the place of the case's: a manifest's.</summary>
    public string Fill(ConformanceCase testCase, string text) => Uri().Replace(text, match => $"{RootOf(testCase.Name)}{match.Value["s3://".Length..]}");

    /// <summary>The text as the case would have it: undoes what <see cref="Fill"/> and the rest did.</summary>
    /// <param name="testCase">The case's name.</param>
    /// <param name="text">What Redshift told.</param>
    public string Restore(string testCase, string text) => KeyOf(testCase)
        .Replace(text.Replace(RootOf(testCase), "s3://", StringComparison.Ordinal), "")
        .Replace($"{Schema}_", "", StringComparison.Ordinal)
        .Replace(Schema, "public", StringComparison.Ordinal);

    public string RootOf(string testCase) => $"{Root}{testCase}/";

    /// <summary>The case that an object of this uri belongs to; null for none of this probe's.</summary>
    public string? CaseOf(string uri) => uri.StartsWith(Root, StringComparison.Ordinal) ? uri[Root.Length..].Split('/')[0] : null;

    /// <summary>A key with the case's bucket in front: Redshift tells keys without their bucket.</summary>
    Regex KeyOf(string testCase) => new($"{Regex.Escape($"{Keys}{testCase}/")}[a-z0-9.-]+/?");

    [GeneratedRegex("s3://[a-z0-9][a-z0-9.-]*")]
    private static partial Regex Uri();
}
