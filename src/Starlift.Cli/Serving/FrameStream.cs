using Starlift.Cli.Streams;

namespace Starlift.Cli.Serving;

/// <summary>stdout or stderr of a command that is executed elsewhere.</summary>
sealed class FrameStream(CommandChannel channel, CommandFrame kind) : OutputStream
{
    /// <exception cref="IOException">The command is gone.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length > 0)
        {
            channel.Write(kind, buffer);
        }
    }
}
