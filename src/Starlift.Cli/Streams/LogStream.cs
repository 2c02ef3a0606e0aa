namespace Starlift.Cli.Streams;

/// <summary>Where progress, logs and errors go. Where they can't be written nobody can be told, and the work goes on.</summary>
sealed class LogStream(Stream output) : OutputStream
{
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            output.Write(buffer);
        }
        catch (IOException)
        {
        }
    }
}
