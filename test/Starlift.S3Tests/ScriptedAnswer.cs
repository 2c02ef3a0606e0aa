using System.Text;

namespace Starlift.S3Tests;

/// <summary>What a scripted server answers: a head without Content-Length, which it adds where there is none, and a body.</summary>
sealed record ScriptedAnswer(string Status, IReadOnlyList<string> Headers, byte[] Body)
{
    public static ScriptedAnswer Xml(string body) => new("200 OK", ["Content-Type: application/xml"], Encoding.UTF8.GetBytes(body));

    /// <summary>A page of a listing.</summary>
    /// <param name="truncated">The text of IsTruncated; null leaves it out.</param>
    /// <param name="next">The continuation token; null leaves it out.</param>
    /// <param name="contents">What <see cref="Listed"/> and <see cref="Folder"/> give.</param>
    public static ScriptedAnswer Page(string? truncated, string? next, params IEnumerable<string> contents) => Xml(
        $"""
        <?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>b</Name>{Element("IsTruncated", truncated)}{Element("NextContinuationToken", next)}{string.Concat(contents)}</ListBucketResult>
        """);

    public static string Listed(string key, string? etag = "&quot;1&quot;", string? size = "2") =>
        $"<Contents><Key>{key}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified>{Element("ETag", etag)}{Element("Size", size)}</Contents>";

    public static string Folder(string prefix) => $"<CommonPrefixes><Prefix>{prefix}</Prefix></CommonPrefixes>";

    static string Element(string name, string? value) => value is null ? "" : $"<{name}>{value}</{name}>";
}
