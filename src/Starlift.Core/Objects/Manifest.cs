using System.Text.Json;
using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Objects;

/// <summary>{"entries":[{"url":"s3://bucket/key","mandatory":true}, …]} (Amazon Redshift: "Using a manifest to specify data files").</summary>
public static class Manifest
{
    /// <summary>The objects listed, each as often as it is listed; those that are missing and not mandatory are left out.</summary>
    /// <exception cref="StarliftException">The manifest is missing or malformed, a mandatory object is missing, or all are.</exception>
    public static async Task<IReadOnlyList<ObjectVersion>> ListAsync(IObjectStore store, CopyStatement copy, CancellationToken cancellationToken)
    {
        store = store.WithinDataOf(copy.From);
        var entries = await ReadAsync(store, copy, cancellationToken);
        var found = new List<ObjectVersion>();
        foreach (var (url, mandatory) in entries)
        {
            if (await store.FindAsync(url, cancellationToken) is { } version)
            {
                found.Add(version);
            }
            else if (mandatory)
            {
                throw Fail(copy, $"Mandatory url is not present in manifest file: {url} was not found", "upload the object, or take it off the manifest");
            }
        }

        return found.Count > 0 ? found : throw Fail(copy, $"none of the {entries.Count} objects of the manifest {copy.From} was found", "check its urls");
    }

    static async Task<List<(string Url, bool Mandatory)>> ReadAsync(IObjectStore store, CopyStatement copy, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(copy.From, cancellationToken) is null)
        {
            throw Fail(
                copy,
                $"Problem reading manifest file - S3ServiceException:The specified key does not exist.,Status 404,Error NoSuchKey: {copy.From}",
                "check the path, or leave MANIFEST out");
        }

        var bytes = await SmallObject.ReadAsync(store, copy.From, "manifest", cancellationToken);
        try
        {
            using var document = JsonDocument.Parse(bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
            var inS3 = copy.From.StartsWith("s3://", StringComparison.Ordinal);
            return [.. document.RootElement.GetProperty("entries").EnumerateArray().Select(entry => (
                Url(entry, inS3),
                entry.TryGetProperty("mandatory", out var mandatory) && mandatory.GetBoolean()))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw Fail(
                copy,
                $"the manifest {copy.From} is malformed: {e.Message}",
                """write it as {"entries": [{"url": "s3://bucket/key", "mandatory": true}]}""",
                e);
        }
    }

    // A manifest in a folder may list paths; one in S3 is to mean the same on Redshift.
    static string Url(JsonElement entry, bool inS3)
    {
        var url = entry.GetProperty("url").GetString();
        return url is { Length: > 0 } && !url.EndsWith('/') && (!inS3 || url.StartsWith("s3://", StringComparison.Ordinal))
            ? url
            : throw new FormatException($"COPY with MANIFEST parameter requires full path of an Amazon S3 object, and '{url}' is none");
    }

    static StarliftException Fail(CopyStatement copy, string what, string hint, Exception? inner = null) =>
        new(ExitCode.Usage, new Problem(what, copy.Source.PlaceOf(copy.FromIndex), hint), inner);
}
