using System.Text;
using Starlift.Errors;

namespace Starlift.Copying;

/// <summary>
/// Keeps rejects out of memory until the load is over: in a temporary file that only exists where there is a reject, and that has no name
/// while it is used, so that a process that is killed leaves no records behind: at most an empty file. Adding is thread-safe.
/// </summary>
sealed class RejectSpool : IDisposable
{
    readonly Lock _lock = new();
    FileStream? _file;
    BinaryWriter? _writer;

    public int Count { get; private set; }

    /// <summary>The open file; null where there is none.</summary>
    public FileStream? File => _file;

    /// <param name="reject">Its lines count from the start of its slice.</param>
    /// <param name="objectIndex">0-based object of the load.</param>
    /// <param name="sliceIndex">0-based slice of the object.</param>
    /// <exception cref="StarliftException">The temporary folder is not there, is full, or is not to be written.</exception>
    public void Add(Reject reject, int objectIndex, int sliceIndex)
    {
        lock (_lock)
        {
            try
            {
                if (_writer is null)
                {
                    _file = new FileStream(Path.Combine(Path.GetTempPath(), $"starlift-{Guid.NewGuid():N}.rejects"), OptionsOfFile());
                    if (!OperatingSystem.IsWindows())
                    {
                        // The file lives as long as it is open; Windows removes it when it is closed, by the end of the process too.
                        System.IO.File.Delete(_file.Name);
                    }

                    _writer = new BinaryWriter(_file, Encoding.UTF8, leaveOpen: true);
                }

                Count++;
                Write(_writer, reject, objectIndex, sliceIndex);
            }
            catch (Exception e) when (IsRefusal(e))
            {
                throw Unwritable(e);
            }
        }
    }

    /// <summary>All rejects in the order they were met, with the object and slice they came from. No <see cref="Add"/> may run.</summary>
    public IEnumerable<(Reject Reject, int ObjectIndex, int SliceIndex)> Read()
    {
        if (_file is null)
        {
            yield break;
        }

        Flush();
        _file.Position = 0;
        using var reader = new BinaryReader(_file, Encoding.UTF8, leaveOpen: true);
        for (var i = 0; i < Count; i++)
        {
            yield return Read(reader);
        }
    }

    public void Dispose()
    {
        try
        {
            _file?.Dispose();
        }
        catch (Exception e) when (IsRefusal(e))
        {
            // What was not written is not wanted any more.
        }

        (_writer, _file) = (null, null);
    }

    void Flush()
    {
        try
        {
            _writer!.Flush();
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw Unwritable(e);
        }
    }

    // The last is how .NET tells of a file that has become too large for its file system.
    static bool IsRefusal(Exception error) => error is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException;

    static StarliftException Unwritable(Exception error) => new(
        ExitCode.RunFailed,
        new Problem(
            $"rejects can't be kept in the temporary folder {Path.GetTempPath()}: {error.Message}",
            Hint: "name a folder with room by the environment variable TMPDIR"),
        error);

    static FileStreamOptions OptionsOfFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 65_536,
            Options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None,
        };
        if (!OperatingSystem.IsWindows())
        {
            // Records are nobody else's business, and the folder is everybody's.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    static void Write(BinaryWriter writer, Reject reject, int objectIndex, int sliceIndex)
    {
        writer.Write(objectIndex);
        writer.Write(sliceIndex);
        writer.Write(reject.Object);
        writer.Write(reject.FirstLine);
        writer.Write(reject.LastLine);
        writer.Write(reject.ByteOffset);
        writer.Write(reject.Column);
        writer.Write(reject.Type);
        writer.Write(reject.Length);
        writer.Write(reject.Position);
        writer.Write((int)reject.Code);
        writer.Write(reject.Reason);
        writer.Write(reject.RawRecord);
        writer.Write(reject.RawValue);
    }

    static (Reject, int, int) Read(BinaryReader reader)
    {
        var objectIndex = reader.ReadInt32();
        var sliceIndex = reader.ReadInt32();
        return (new Reject
        {
            Object = reader.ReadString(),
            FirstLine = reader.ReadInt64(),
            LastLine = reader.ReadInt64(),
            ByteOffset = reader.ReadInt64(),
            Column = reader.ReadString(),
            Type = reader.ReadString(),
            Length = reader.ReadString(),
            Position = reader.ReadInt32(),
            Code = (LoadErrorCode)reader.ReadInt32(),
            Reason = reader.ReadString(),
            RawRecord = reader.ReadString(),
            RawValue = reader.ReadString(),
        }, objectIndex, sliceIndex);
    }
}
