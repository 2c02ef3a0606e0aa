using System.Runtime.InteropServices;

namespace Starlift.Objects;

/// <summary>The kernel's struct statx: the same on every processor.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
readonly struct LinuxStatus
{
    const int KindMask = 0xF000;
    const int Folder = 0x4000;
    const int RegularFile = 0x8000;
    const int SymbolicLink = 0xA000;

    [FieldOffset(16)]
    readonly uint _names;

    [FieldOffset(28)]
    readonly ushort _mode;

    [FieldOffset(32)]
    readonly ulong _inode;

    [FieldOffset(40)]
    readonly long _size;

    [FieldOffset(112)]
    readonly long _changedSeconds;

    [FieldOffset(120)]
    readonly uint _changedNanoseconds;

    [FieldOffset(136)]
    readonly uint _deviceMajor;

    [FieldOffset(140)]
    readonly uint _deviceMinor;

    public FileFacts Facts
    {
        get
        {
            var kind = (_mode & KindMask) switch
            {
                RegularFile => FileKind.File,
                Folder => FileKind.Folder,
                SymbolicLink => FileKind.Link,
                _ => FileKind.Other,
            };
            return new FileFacts(
                kind,
                kind == FileKind.File ? _size : 0,
                DateTimeOffset.FromUnixTimeSeconds(_changedSeconds).UtcDateTime.AddTicks(_changedNanoseconds / 100),
                new FileIdentity(((ulong)_deviceMajor << 32) | _deviceMinor, _inode, _changedNanoseconds),
                _names > 1);
        }
    }
}
