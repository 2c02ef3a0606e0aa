namespace Starlift.Objects;

/// <summary>Reads one stream, then another; owns both.</summary>
sealed class ConcatenatedStream(Stream first, Stream second) : ReadOnlyStream
{
    public override int Read(Span<byte> buffer)
    {
        var read = first.Read(buffer);
        return read > 0 ? read : second.Read(buffer);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            first.Dispose();
            second.Dispose();
        }

        base.Dispose(disposing);
    }
}
