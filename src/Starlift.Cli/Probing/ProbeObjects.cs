using System.Collections.Concurrent;
using System.Text;
using Starlift.Cases;
using Starlift.Errors;
using Starlift.Objects;

namespace Starlift.Cli.Probing;

/// <summary>The objects of a probe in S3: puts them, some at once, and removes each that may be there. Thread-safe.</summary>
sealed class ProbeObjects(IObjectWriter writer, ProbePlace place)
{
    const int AtOnce = 8;

    readonly ConcurrentBag<string> _begun = [];

    /// <exception cref="StarliftException">One can't be written.</exception>
    public Task PutAsync(IEnumerable<ConformanceCase> cases, CancellationToken cancel) => Parallel.ForEachAsync(
        cases.SelectMany(testCase => testCase.Objects.Select(item => (testCase, item))),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
        async (pair, one) => await PutAsync(place.UriFor(pair.testCase, pair.item.Uri), ContentOf(pair.testCase, pair.item), one));

    public async Task PutAsync(string uri, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        // What was interrupted may be there all the same.
        _begun.Add(uri);
        await writer.WriteAsync(uri, content, cancel);
    }

    /// <summary>May be called once; is not to be interrupted.</summary>
    /// <returns>What could not be removed, with the reason.</returns>
    public async Task<IReadOnlyList<(string Uri, string Reason)>> RemoveAsync()
    {
        var left = new ConcurrentBag<(string, string)>();
        await Parallel.ForEachAsync(_begun, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (uri, _) =>
        {
            try
            {
                await writer.DeleteAsync(uri, CancellationToken.None);
            }
            catch (StarliftException e)
            {
                left.Add((uri, e.Problems[0].What));
            }
        });
        return [.. left.Order()];
    }

    /// <summary>A manifest's uris lead to this probe's objects; other objects are put byte for byte.</summary>
    ReadOnlyMemory<byte> ContentOf(ConformanceCase testCase, CaseObject item)
    {
        var bytes = item.Content();
        return bytes.AsSpan().IndexOf("\"s3://"u8) < 0 ? bytes : Encoding.UTF8.GetBytes(place.Fill(testCase, Encoding.UTF8.GetString(bytes)));
    }
}
