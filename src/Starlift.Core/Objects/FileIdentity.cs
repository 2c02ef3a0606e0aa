namespace Starlift.Objects;

/// <summary>Which file of this machine it is, whatever its name. Two that are equal are the same file at the same time of change.</summary>
/// <param name="Device">The file system.</param>
/// <param name="Inode">The file in it.</param>
/// <param name="Nanoseconds">Of the last change's second.</param>
readonly record struct FileIdentity(ulong Device, ulong Inode, uint Nanoseconds);
