using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Starlift.Aws;
using Starlift.Errors;
using Starlift.Objects;

namespace Starlift.Fuzz;

/// <summary>A server on loopback that answers S3's requests with anything: statuses, headers and bodies at random, cut off or repeated.</summary>
static class ScriptedS3
{
    const int MostRequests = 400;
    const long MostBytes = 64 << 20;

    static readonly string[] Keys = ["a.json", "b/c.json", "", "../../etc/passwd", "a%0Ab", "%", "é", "&#x0;", "&#xD800;", "<", "a b", "//"];
    static readonly int[] Statuses = [200, 200, 200, 200, 206, 206, 204, 301, 307, 304, 400, 403, 404, 409, 412, 416, 429, 500, 503, 100, 999];

    /// <summary>Lists, finds and reads; each may fail, as a StarliftException.</summary>
    public static async Task<string?> TryAsync(FuzzInput input)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = new CancellationTokenSource();
        var requests = 0;
        var serving = ServeAsync(listener, () => Answer(input, Interlocked.Increment(ref requests)), stop.Token);
        var endpoint = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        var store = new S3ObjectStore(new S3Options
        {
            Endpoint = endpoint,
            StallTimeout = TimeSpan.FromMilliseconds(300),
            PatienceAtFirst = TimeSpan.FromMilliseconds(600),
            Patience = TimeSpan.FromMilliseconds(600),
        });
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            await ReadAsync(store, patience.Token);
        }
        catch (StarliftException)
        {
        }
        catch (OperationCanceledException)
        {
            return $"no end after {requests} requests";
        }
        finally
        {
            await stop.CancelAsync();
            await serving;
            listener.Stop();
            (store as IDisposable)?.Dispose();
        }

        return requests > MostRequests ? $"{requests} requests" : null;
    }

    static async Task ReadAsync(S3ObjectStore store, CancellationToken cancel)
    {
        var objects = new List<ObjectVersion>();
        await foreach (var version in store.ListAsync("s3://bucket/a", cancel))
        {
            objects.Add(version);
        }

        if (await store.FindAsync("s3://bucket/a.json", cancel) is { } found)
        {
            objects.Add(found);
        }

        foreach (var version in objects.Take(3))
        {
            await using var stream = store.OpenRead(version, 0, Math.Min(version.Size, 1 << 20), cancel);
            await Task.Run(() => Drain(stream), cancel);
        }
    }

    static void Drain(Stream stream)
    {
        var buffer = new byte[1 << 16];
        long total = 0;
        try
        {
            while (stream.Read(buffer) is > 0 and var read && (total += read) < MostBytes)
            {
            }
        }
        catch (IOException)
        {
            // The contract of a read that fails on its way.
        }
    }

    static async Task ServeAsync(TcpListener listener, Func<byte[]> answer, CancellationToken stop)
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(AnswerAsync(await listener.AcceptTcpClientAsync(stop), answer, stop));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    static async Task AnswerAsync(TcpClient client, Func<byte[]> answer, CancellationToken stop)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var buffer = new byte[1 << 16];
                while (await stream.ReadAsync(buffer, stop) > 0)
                {
                    var bytes = answer();
                    await stream.WriteAsync(bytes, stop);
                    if (!Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 500)).Contains("keep-alive", StringComparison.Ordinal))
                    {
                        return;
                    }
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
                // The client has gone.
            }
        }
    }

    static byte[] Answer(FuzzInput input, int number)
    {
        // One answer at a time, so that an input is the same each time as far as its requests are.
        lock (input)
        {
            if (input.Chance(20))
            {
                return [];
            }

            var status = number == 1 || input.Chance(2) ? input.OneOf(Statuses[..6]) : input.OneOf(Statuses);
            var body = Body(input);
            var bytes = Encoding.UTF8.GetBytes(input.Chance(3) ? input.Mutated(body) : body);
            var length = input.Chance(8) ? input.Random.NextInt64(-5, 1L << 40) : bytes.Length;
            var head = new StringBuilder($"HTTP/1.1 {status} X\r\nContent-Length: {length.ToString(CultureInfo.InvariantCulture)}\r\n");
            string[] headers =
            [
                "ETag: \"abc\"", "ETag: ", "ETag: \"abc\"", "Last-Modified: Thu, 01 Nov 2018 00:00:00 GMT", "Last-Modified: soon", "Content-Range: bytes 0-9/10", "Content-Range: bytes 5-1/x",
                "x-amz-bucket-region: eu-west-1", "x-amz-bucket-region: ../", "Location: http://127.0.0.1:9/", "Retry-After: 1000000", "Transfer-Encoding: chunked", "Connection: keep-alive", "x-amz-request-id: \u0001",
                "Content-Encoding: gzip", "Date: never", "x-amz-checksum-crc32: AAAAAA==",
            ];
            foreach (var header in headers.Where(_ => input.Chance(5)))
            {
                head.Append(header).Append("\r\n");
            }

            var answer = Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()).Concat(bytes).ToArray();
            return input.Chance(10) ? answer[..input.Random.Next(answer.Length)] : input.Chance(10) ? Mutation.Of(answer, input.Random) : answer;
        }
    }

    static string Body(FuzzInput input)
    {
        switch (input.Random.Next(6))
        {
            case 0:
                return "";
            case 1:
                return $"<?xml version=\"1.0\"?><Error><Code>{input.OneOf(["NoSuchKey", "AccessDenied", "SlowDown", "PermanentRedirect", "InternalError", "AuthorizationHeaderMalformed", ""])}</Code><Message>m</Message><Region>eu-west-1</Region></Error>";
            case 2:
                return """{"a": 1}""";
            default:
                var contents = Enumerable.Range(0, input.Random.Next(4)).Select(_ =>
                    $"<Contents><Key>{input.OneOf(Keys)}</Key><LastModified>2018-11-01T00:00:00.000Z</LastModified>{(input.Chance(4) ? "" : "<ETag>&quot;abc&quot;</ETag>")}<Size>{input.OneOf(["10", "0", "-1", "99999999999999999999", "x", "1099511627776"])}</Size></Contents>");
                var token = input.Chance(3) ? $"<IsTruncated>true</IsTruncated>{(input.Chance(4) ? "" : "<NextContinuationToken>t</NextContinuationToken>")}" : "<IsTruncated>false</IsTruncated>";
                return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>bucket</Name>{token}{string.Concat(contents)}</ListBucketResult>";
        }
    }
}
