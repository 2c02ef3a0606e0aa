using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Amazon.S3;
using Amazon.S3.Model;
using Starlift.Objects;

namespace Starlift.Aws;

/// <summary>
/// Lists a prefix. S3 gives a thousand keys at a time, one page after the other; a prefix with more than a page is therefore listed
/// by the folders below it, several at once, where its first page says that they are large. Used once.
/// </summary>
sealed class S3Listing(S3Requests requests, S3Location prefix) : IDisposable
{
    /// <summary>Pages on their way or waiting for the consumer: memory stays flat however many keys there are.</summary>
    const int PagesAtOnce = 16;

    /// <summary>A first page that spans more folders than this has small ones, which cost more requests than the keys fill pages.</summary>
    const int MostSpanned = 4;

    readonly Channel<IReadOnlyList<ObjectVersion>> _pages = Channel.CreateBounded<IReadOnlyList<ObjectVersion>>(PagesAtOnce);
    readonly SemaphoreSlim _slots = new(PagesAtOnce);

    public async IAsyncEnumerable<ObjectVersion> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var listing = Task.Run(() => ListAllAsync(closing), CancellationToken.None);
        try
        {
            await foreach (var page in _pages.Reader.ReadAllAsync(cancellationToken))
            {
                foreach (var version in page)
                {
                    yield return version;
                }
            }
        }
        finally
        {
            await closing.CancelAsync();
            await listing;
        }
    }

    public void Dispose() => _slots.Dispose();

    /// <summary>Never throws: the reader does.</summary>
    async Task ListAllAsync(CancellationTokenSource closing)
    {
        try
        {
            await ListAsync(prefix.Key, closing.Token);
            _pages.Writer.Complete();
        }
        catch (Exception e)
        {
            _pages.Writer.TryComplete(e);
        }
    }

    async Task ListAsync(string below, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        IReadOnlyList<string> folders;
        try
        {
            folders = await ListOrSplitAsync(below, cancellationToken);
        }
        catch (Exception e)
        {
            // The others need not go on.
            _pages.Writer.TryComplete(e);
            throw;
        }
        finally
        {
            _slots.Release();
        }

        await Task.WhenAll(folders.Select(folder => ListAsync(folder, cancellationToken)));
    }

    /// <summary>Lists all of a prefix, or what stands directly in it and returns its folders.</summary>
    async Task<IReadOnlyList<string>> ListOrSplitAsync(string below, CancellationToken cancellationToken)
    {
        var page = await PageAsync(below, "", null, cancellationToken);
        var level = below;
        while (page.Next is not null && Spanned(page, level) <= MostSpanned)
        {
            var children = await PageAsync(level, "/", null, cancellationToken);
            if (children.Next is not null)
            {
                break;
            }

            if (children is not { Objects.Count: 0, Folders: [var only] })
            {
                await _pages.Writer.WriteAsync(children.Objects, cancellationToken);
                return children.Folders;
            }

            level = only;
        }

        await _pages.Writer.WriteAsync(page.Objects, cancellationToken);
        while (page.Next is not null)
        {
            page = await PageAsync(below, "", page.Next, cancellationToken);
            await _pages.Writer.WriteAsync(page.Objects, cancellationToken);
        }

        return [];
    }

    /// <summary>How many files and folders directly at the level the page's keys belong to.</summary>
    int Spanned(Page page, string level)
    {
        var start = new S3Location(prefix.Bucket, level).ToString().Length;
        return page.Objects
            .Select(version => version.Uri.IndexOf('/', start) is var slash and >= 0 ? version.Uri[..slash] : version.Uri)
            .Distinct()
            .Take(MostSpanned + 1)
            .Count();
    }

    Task<Page> PageAsync(string below, string delimiter, string? next, CancellationToken cancellationToken)
    {
        var location = prefix with { Key = below };
        var request = new ListObjectsV2Request
        {
            BucketName = prefix.Bucket,
            Prefix = below,
            Delimiter = delimiter,
            ContinuationToken = next,
            // XML can't hold every character of a key.
            Encoding = EncodingType.Url,
        };
        return requests.SendAsync(
            location,
            async (connection, watch) =>
            {
                var response = await connection.Client.ListObjectsV2Async(request, watch.Token);
                var encoded = response.Encoding == EncodingType.Url;
                return new Page(
                    [.. (response.S3Objects ?? []).Select(listed => new ObjectVersion(
                        (location with { Key = Decoded(listed.Key, encoded) }).ToString(), S3Head.VersionOf(listed.ETag), listed.Size ?? 0))],
                    [.. (response.CommonPrefixes ?? []).Select(folder => Decoded(folder, encoded))],
                    response.IsTruncated == true ? response.NextContinuationToken : null);
            },
            cancellationToken);
    }

    static string Decoded(string key, bool encoded) => encoded ? Uri.UnescapeDataString(key.Replace('+', ' ')) : key;

    sealed record Page(IReadOnlyList<ObjectVersion> Objects, IReadOnlyList<string> Folders, string? Next);
}
