namespace Starlift.Objects;

/// <summary>What stands at a path.</summary>
enum FileKind
{
    File,
    Folder,

    /// <summary>A symbolic link that was not followed.</summary>
    Link,

    /// <summary>A pipe, a socket or a device.</summary>
    Other,
}
