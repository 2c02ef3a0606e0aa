using System.Threading.Channels;
using Starlift.Copying;

namespace Starlift.Postgres.Copying;

/// <summary>
/// Blocks of rows, made ahead by several threads: one COPY stream is all that a transaction has, and parsing is what takes long. The
/// first failure of any thread ends the others, and is what the taker gets.
/// </summary>
sealed class CopyBlocks : IAsyncDisposable
{
    /// <summary>Large enough that sending one costs little, small enough to stay in the processor's cache.</summary>
    const int BlockBytes = 256 * 1024;

    const int FirstRows = 64;
    const int MostRows = 8_192;

    readonly CopyInput _input;
    readonly Channel<CopyBlock> _blocks;
    readonly Task _making;

    public CopyBlocks(CopyInput input, int threads)
    {
        _input = input;
        _blocks = Channel.CreateBounded<CopyBlock>(new BoundedChannelOptions(2 * threads) { SingleReader = true });
        _making = MakeAllAsync(threads);
    }

    /// <summary>Every block, to be disposed of by the caller.</summary>
    public IAsyncEnumerable<CopyBlock> TakeAsync(CancellationToken cancellationToken) => _blocks.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Ends the threads, and waits for them.</summary>
    public async ValueTask DisposeAsync()
    {
        _blocks.Writer.TryComplete();
        while (_blocks.Reader.TryRead(out var block))
        {
            block.Dispose();
        }

        await _making;
    }

    async Task MakeAllAsync(int threads)
    {
        await Task.WhenAll(Enumerable.Range(0, threads).Select(_ => Task.Run(MakeAsync)));
        _blocks.Writer.TryComplete();
    }

    async Task MakeAsync()
    {
        try
        {
            using var reader = _input.OpenReader();
            var columns = _input.Copy.SinkColumns;
            var rows = FirstRows;
            while (true)
            {
                var block = new CopyBlock(columns.Count, BlockBytes + (BlockBytes / 4));
                var sink = new CopyBlockSink(block, columns);
                int read;
                try
                {
                    read = reader.Read(ref sink, rows);
                }
                catch
                {
                    block.Dispose();
                    throw;
                }

                if (read == 0)
                {
                    block.Dispose();
                    return;
                }

                rows = (int)Math.Clamp((long)BlockBytes * read / Math.Max(1, block.Length), 1, MostRows);
                await _blocks.Writer.WriteAsync(block);
            }
        }
        catch (ChannelClosedException)
        {
            // Another thread failed, or the server did: that is told.
        }
        catch (Exception e)
        {
            _blocks.Writer.TryComplete(e);
        }
    }
}
