using Starlift.Objects;

namespace Starlift.Copying;

/// <summary>A slice and the stream that reads it. Whoever asks first opens the stream; disposing closes one that was opened and not taken.</summary>
/// <param name="slice">The slice.</param>
/// <param name="open">Opens its stream.</param>
sealed class SliceRead(ObjectSlice slice, Func<ObjectSlice, Stream> open) : IDisposable
{
    readonly Lazy<Stream> _stream = new(() => open(slice));

    public ObjectSlice Slice => slice;

    /// <summary>Opens the stream before its reader takes it. May be called by any thread, once.</summary>
    /// <returns>Ends, and never fails, when the stream's first bytes are there.</returns>
    public Task OpenAhead() => _stream.Value is IReadAhead stream ? stream.FirstRead : Task.CompletedTask;

    /// <summary>The caller owns the stream.</summary>
    public Stream Take() => _stream.Value;

    public void Dispose()
    {
        if (_stream.IsValueCreated)
        {
            _stream.Value.Dispose();
        }
    }
}
