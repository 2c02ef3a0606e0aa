namespace Starlift.Cli.Streams;

/// <summary>Where results go. Whoever writes learns once that it is no use; what is written after that is dropped.</summary>
sealed class ResultStream(Stream output) : OutputStream
{
    bool _hasFailed;

    /// <exception cref="UnwritableOutputException">The first time that it can't be written.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_hasFailed)
        {
            return;
        }

        try
        {
            output.Write(buffer);
        }
        catch (IOException e)
        {
            _hasFailed = true;
            throw new UnwritableOutputException(e);
        }
    }
}
