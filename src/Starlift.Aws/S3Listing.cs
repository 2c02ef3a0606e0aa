using System.Runtime.CompilerServices;
using System.Threading.Channels;
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
        var pages = PagesOf(below, "");
        var (objects, _) = await pages.NextAsync(cancellationToken);
        var level = below;
        while (pages.HasMore && Spanned(objects, level) <= MostSpanned)
        {
            var children = PagesOf(level, "/");
            var (files, folders) = await children.NextAsync(cancellationToken);
            if (children.HasMore || files.Any(file => folders.Any(folder => file.Uri.StartsWith(UriOf(folder), StringComparison.Ordinal))))
            {
                break;
            }

            if (files.Count > 0 || folders is not [var only])
            {
                await _pages.Writer.WriteAsync(files, cancellationToken);
                return folders;
            }

            level = only;
        }

        await _pages.Writer.WriteAsync(objects, cancellationToken);
        while (pages.HasMore)
        {
            (objects, _) = await pages.NextAsync(cancellationToken);
            await _pages.Writer.WriteAsync(objects, cancellationToken);
        }

        return [];
    }

    /// <summary>How many files and folders directly at the level the page's keys belong to; many where they are not at the level at all.</summary>
    int Spanned(IReadOnlyList<ObjectVersion> objects, string level)
    {
        var start = UriOf(level);
        return !objects.All(version => version.Uri.StartsWith(start, StringComparison.Ordinal)) ? int.MaxValue : objects
            .Select(version => version.Uri.IndexOf('/', start.Length) is var slash and >= 0 ? version.Uri[..slash] : version.Uri)
            .Distinct()
            .Take(MostSpanned + 1)
            .Count();
    }

    string UriOf(string key) => (prefix with { Key = key }).ToString();

    S3Pages PagesOf(string below, string delimiter) => new(requests, prefix with { Key = below }, delimiter);
}
