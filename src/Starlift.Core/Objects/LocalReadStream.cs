using Microsoft.Win32.SafeHandles;

namespace Starlift.Objects;

/// <summary>
/// Reads a file, and asks after each read whether it still is the version that was listed: its writer may be at work, and what was read
/// would be a mixture. Owns the handle.
/// </summary>
sealed class LocalReadStream(SafeFileHandle file, FileFacts opened, ObjectVersion version, long offset) : ReadOnlyStream
{
    long _at = offset;

    public override long Length => version.Size;

    public override int Read(Span<byte> buffer)
    {
        var read = RandomAccess.Read(file, buffer, _at);
        _at += read;
        return FileFacts.Of(file).IsSameContent(opened) ? read : throw LocalObjectStore.Changed(version, "while it was read");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }
}
