using Amazon.S3;
using Amazon.S3.Model;
using Starlift.Errors;
using Starlift.Objects;

namespace Starlift.Aws;

/// <summary>
/// The pages of one listing, one after the other, each key once. A listing that can't be whole fails: what it leaves out would be
/// missed by nobody. Not thread-safe.
/// </summary>
/// <param name="requests">Sends the requests.</param>
/// <param name="prefix">Bucket and prefix.</param>
/// <param name="delimiter">What ends the name of a folder; empty for keys only.</param>
sealed class S3Pages(S3Requests requests, S3Location prefix, string delimiter)
{
    /// <summary>S3 may give a page without any key; one such page after the other is a listing without an end.</summary>
    const int MostPagesWithoutNews = 100;

    readonly Dictionary<string, ObjectVersion> _objects = new(StringComparer.Ordinal);
    readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    readonly HashSet<string> _tokens = new(StringComparer.Ordinal);
    string? _next;
    int _withoutNews;

    /// <summary>Whether there is another page. False before the first.</summary>
    public bool HasMore => _next is not null;

    /// <exception cref="StarliftException">The page can't be had, or the listing can't be whole.</exception>
    public async Task<(IReadOnlyList<ObjectVersion> Objects, IReadOnlyList<string> Folders)> NextAsync(CancellationToken cancellationToken)
    {
        var (objects, folders, next) = await requests.SendAsync(prefix, (connection, watch) => ReadAsync(connection, watch.Token), cancellationToken);
        List<ObjectVersion> newObjects = [.. objects.Where(IsNew)];
        List<string> newFolders = [.. folders.Where(_folders.Add)];
        _withoutNews = newObjects.Count + newFolders.Count > 0 ? 0 : _withoutNews + 1;
        if (next is not null && _withoutNews >= MostPagesWithoutNews)
        {
            throw S3Errors.EndlessListing(prefix, MostPagesWithoutNews);
        }

        _next = next;
        if (next is not null)
        {
            _tokens.Add(next);
        }

        return (newObjects, newFolders);
    }

    bool IsNew(ObjectVersion version) => _objects.TryAdd(version.Uri, version)
        || (_objects[version.Uri] == version ? false : throw S3Errors.Changed(version, "while it was listed"));

    async Task<(List<ObjectVersion> Objects, List<string> Folders, string? Next)> ReadAsync(S3Connection connection, CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request
        {
            BucketName = prefix.Bucket,
            Prefix = prefix.Key,
            Delimiter = delimiter,
            ContinuationToken = _next,
            // XML can't hold every character of a key.
            Encoding = EncodingType.Url,
        };
        var response = await connection.Client.ListObjectsV2Async(request, cancellationToken);
        var encoded = response.Encoding == EncodingType.Url;
        return (
            [.. (response.S3Objects ?? []).Select(listed => VersionOf(listed, encoded))],
            [.. (response.CommonPrefixes ?? []).Select(folder => Folder(folder, encoded))],
            NextOf(response));
    }

    string? NextOf(ListObjectsV2Response response) => (response.IsTruncated, response.NextContinuationToken) switch
    {
        (null, _) => throw new BrokenAnswerException("answers with something that is no listing", mayPass: true),
        (false, _) => null,
        (true, null or "") => throw new BrokenAnswerException("says that its listing goes on, and not where"),
        (true, var token) when _tokens.Contains(token) => throw new BrokenAnswerException("gives a continuation token twice, so that its listing has no end"),
        (true, var token) => token,
    };

    ObjectVersion VersionOf(S3Object listed, bool encoded)
    {
        var location = prefix with { Key = Below(listed.Key, encoded) };
        return (listed.ETag?.Trim('"'), listed.Size) switch
        {
            (null or "", _) => throw new BrokenAnswerException($"lists {location} without an ETag, by which versions are told apart"),
            (_, null or < 0) => throw new BrokenAnswerException($"lists {location} without its size"),
            (var etag, { } size) => new ObjectVersion(location.ToString(), etag, size),
        };
    }

    string Folder(string? listed, bool encoded)
    {
        var folder = Below(listed, encoded);
        return delimiter.Length > 0 && folder.IndexOf(delimiter, prefix.Key.Length, StringComparison.Ordinal) == folder.Length - delimiter.Length
            ? folder
            : throw new BrokenAnswerException($"lists {prefix with { Key = folder }} as a folder of {prefix}");
    }

    string Below(string? key, bool encoded)
    {
        var decoded = encoded ? Uri.UnescapeDataString((key ?? "").Replace('+', ' ')) : key ?? "";
        return decoded.Length > 0 && decoded.StartsWith(prefix.Key, StringComparison.Ordinal)
            ? decoded
            : throw new BrokenAnswerException($"lists '{decoded}', which does not begin with the prefix that was asked for");
    }
}
