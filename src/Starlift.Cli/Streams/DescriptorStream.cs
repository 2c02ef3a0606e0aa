using System.Runtime.InteropServices;

namespace Starlift.Cli.Streams;

/// <summary>
/// A standard stream as the system has it. .NET's own keeps quiet about a pipe that nobody reads any more, and changes how the terminal
/// behaves. Not for Windows.
/// </summary>
/// <param name="descriptor">0, 1 or 2; null for one that the process was started without, which can neither be read nor written.</param>
sealed class DescriptorStream(int? descriptor) : Stream
{
    public override bool CanRead => descriptor is null or 0;

    public override bool CanSeek => false;

    public override bool CanWrite => descriptor != 0;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="IOException">Its HResult is the system's error number.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var written = Posix.Write(descriptor ?? throw Failure(Posix.BadDescriptor), buffer);
            if (written >= 0)
            {
                buffer = buffer[(int)written..];
                continue;
            }

            var error = Marshal.GetLastPInvokeError();
            if (error == Posix.TryAgain)
            {
                Posix.WaitUntilWritable(descriptor.Value);
            }
            else if (error != Posix.Interrupted)
            {
                throw Failure(error);
            }
        }
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte})"/>
    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            var read = Posix.Read(descriptor ?? throw Failure(Posix.BadDescriptor), buffer);
            if (read >= 0)
            {
                return (int)read;
            }

            if (Marshal.GetLastPInvokeError() is var error and not Posix.Interrupted)
            {
                throw Failure(error);
            }
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    static IOException Failure(int error) => new(Marshal.GetPInvokeErrorMessage(error), error);
}
