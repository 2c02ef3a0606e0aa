using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Starlift.Objects;

namespace Starlift.CloudTests;

/// <summary>Buckets of the scripted AWS, each in a region: S3's answers over HTTP, and the same objects for what stands in for Redshift.</summary>
sealed class ScriptedS3 : IObjectStore
{
    readonly Dictionary<string, (string Region, SortedDictionary<string, byte[]> Objects)> _buckets = [];
    readonly Lock _lock = new();

    public IReadOnlyList<string> Buckets
    {
        get
        {
            lock (_lock)
            {
                return [.. _buckets.Keys];
            }
        }
    }

    public void Make(string bucket, string region)
    {
        lock (_lock)
        {
            _buckets.TryAdd(bucket, (region, new SortedDictionary<string, byte[]>(StringComparer.Ordinal)));
        }
    }

    public void Put(string uri, string text)
    {
        lock (_lock)
        {
            var (bucket, key) = Parts(uri);
            _buckets[bucket].Objects[key] = Encoding.UTF8.GetBytes(text);
        }
    }

    public void Remove(string bucket)
    {
        lock (_lock)
        {
            _buckets.Remove(bucket);
        }
    }

    /// <summary>The keys of a bucket.</summary>
    public IReadOnlyList<string> Keys(string bucket)
    {
        lock (_lock)
        {
            return [.. _buckets[bucket].Objects.Keys];
        }
    }

    /// <param name="request">Path-style.</param>
    /// <param name="content">Its body.</param>
    /// <param name="signedFor">The region of its signature.</param>
    public Answer Answer(HttpListenerRequest request, byte[] content, string signedFor)
    {
        lock (_lock)
        {
            var path = Uri.UnescapeDataString(request.Url!.AbsolutePath).TrimStart('/').Split('/', 2);
            if (!_buckets.TryGetValue(path[0], out var bucket))
            {
                return Error(404, "NoSuchBucket", "The specified bucket does not exist");
            }

            var answer = signedFor != bucket.Region
                ? Error(400, "AuthorizationHeaderMalformed", $"The authorization header is malformed; the region '{signedFor}' is wrong; expecting '{bucket.Region}'", new XElement("Region", bucket.Region))
                : path.Length == 1 || path[1].Length == 0
                    ? OfBucket(request, path[0], bucket.Objects, content)
                    : OfObject(request, path[1], bucket.Objects, content);
            return answer with { Headers = new Dictionary<string, string>(answer.Headers) { ["x-amz-bucket-region"] = bucket.Region } };
        }
    }

    public async IAsyncEnumerable<ObjectVersion> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var version in Versions(prefix))
        {
            yield return version;
        }
    }

    public ValueTask<ObjectVersion?> FindAsync(string uri, CancellationToken cancellationToken) => ValueTask.FromResult(Versions(uri).FirstOrDefault(version => version.Uri == uri));

    public Stream OpenRead(ObjectVersion version, long offset, long expected, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var (bucket, key) = Parts(version.Uri);
            return new MemoryStream(_buckets[bucket].Objects[key][(int)offset..], writable: false);
        }
    }

    List<ObjectVersion> Versions(string prefix)
    {
        lock (_lock)
        {
            var (bucket, start) = Parts(prefix);
            return [.. _buckets[bucket].Objects.Where(pair => pair.Key.StartsWith(start, StringComparison.Ordinal)).Select(pair => new ObjectVersion($"s3://{bucket}/{pair.Key}", ETag(pair.Value), pair.Value.Length))];
        }
    }

    Answer OfBucket(HttpListenerRequest request, string name, SortedDictionary<string, byte[]> objects, byte[] content)
    {
        var query = request.Url!.Query;
        switch (request.HttpMethod)
        {
            case "HEAD":
                return Error(403, "AccessDenied", "Access Denied");
            case "POST":
                XDocument.Parse(Encoding.UTF8.GetString(content)).Descendants().Where(element => element.Name.LocalName == "Key").ToList().ForEach(key => objects.Remove(key.Value));
                return new Answer(200, "<DeleteResult/>");
            case "DELETE" when objects.Count > 0:
                return Error(409, "BucketNotEmpty", "The bucket you tried to delete is not empty");
            case "DELETE":
                _buckets.Remove(name);
                return new Answer(204, "");
        }

        var prefix = request.QueryString["prefix"] ?? "";
        var found = objects.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        return query.Contains("versions", StringComparison.Ordinal)
            ? new Answer(200, new XElement("ListVersionsResult", new XElement("IsTruncated", "false"), found.Select(pair => new XElement("Version", new XElement("Key", pair.Key), new XElement("VersionId", "null")))).ToString())
            : new Answer(200, new XElement(
                "ListBucketResult",
                new XElement("IsTruncated", "false"),
                new XElement("KeyCount", found.Count),
                found.Select(pair => new XElement(
                    "Contents",
                    new XElement("Key", pair.Key),
                    new XElement("LastModified", "2018-11-01T00:00:00.000Z"),
                    new XElement("ETag", $"\"{ETag(pair.Value)}\""),
                    new XElement("Size", pair.Value.Length)))).ToString());
    }

    static Answer OfObject(HttpListenerRequest request, string key, SortedDictionary<string, byte[]> objects, byte[] content)
    {
        switch (request.HttpMethod)
        {
            case "PUT":
                objects[key] = (request.Headers["x-amz-content-sha256"] ?? "").StartsWith("STREAMING", StringComparison.Ordinal) ? Unchunked(content) : content;
                return new Answer(200, "") { Headers = new Dictionary<string, string> { ["ETag"] = $"\"{ETag(objects[key])}\"" } };
            case "DELETE":
                objects.Remove(key);
                return new Answer(204, "");
        }

        if (!objects.TryGetValue(key, out var bytes))
        {
            return Error(404, "NoSuchKey", "The specified key does not exist");
        }

        var headers = new Dictionary<string, string> { ["ETag"] = $"\"{ETag(bytes)}\"" };
        if (request.Headers["Range"] is not { } range)
        {
            return new Answer(200, bytes, "application/json") { Headers = headers };
        }

        var ends = range["bytes=".Length..].Split('-');
        var first = int.Parse(ends[0], CultureInfo.InvariantCulture);
        var last = ends[1].Length == 0 ? bytes.Length - 1 : Math.Min(bytes.Length - 1, int.Parse(ends[1], CultureInfo.InvariantCulture));
        headers["Content-Range"] = string.Create(CultureInfo.InvariantCulture, $"bytes {first}-{last}/{bytes.Length}");
        return new Answer(206, bytes[first..(last + 1)], "application/json") { Headers = headers };
    }

    // size;chunk-signature=… CRLF bytes CRLF, until a chunk of size 0.
    static byte[] Unchunked(byte[] content)
    {
        using var plain = new MemoryStream();
        for (var at = 0; ;)
        {
            var end = Array.IndexOf(content, (byte)'\n', at);
            var size = int.Parse(Encoding.ASCII.GetString(content, at, end - at).Split(';', '\r')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size == 0)
            {
                return plain.ToArray();
            }

            plain.Write(content, end + 1, size);
            at = end + 1 + size + 2;
        }
    }

    static (string Bucket, string Key) Parts(string uri)
    {
        var parts = uri["s3://".Length..].Split('/', 2);
        return (parts[0], parts.Length == 2 ? parts[1] : "");
    }

#pragma warning disable CA5351 // S3's own.
    static string ETag(byte[] content) => Convert.ToHexStringLower(MD5.HashData(content));
#pragma warning restore CA5351

    static Answer Error(int status, string code, string message, XElement? more = null) =>
        new(status, new XElement("Error", new XElement("Code", code), new XElement("Message", message), more).ToString());
}
