using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Objects;

/// <summary>Objects that are read whole: JSONPaths files and manifests.</summary>
public static class SmallObject
{
    /// <summary>A JSONPaths file or manifest larger than this is taken for a mistake.</summary>
    const long MaxBytes = 256 * 1024 * 1024;

    /// <summary>The JSONPaths object that a COPY names; null where it names none.</summary>
    /// <exception cref="StarliftException">There is no such object.</exception>
    public static async Task<ReadOnlyMemory<byte>?> JsonPathsOfAsync(IObjectStore store, CopyStatement copy, CancellationToken cancellationToken) =>
        copy.JsonPaths is { } uri
            ? await ReadAsync(store.WithinDataOf(copy.From), uri, "JSONPaths file", cancellationToken)
            : default(ReadOnlyMemory<byte>?);

    /// <param name="store">Where it is.</param>
    /// <param name="uri">Its uri.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="StarliftException">There is no such object.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(IObjectStore store, string uri, string what, CancellationToken cancellationToken)
    {
        var version = await store.FindAsync(uri, cancellationToken)
            ?? throw new StarliftException(ExitCode.Usage, new Problem($"the {what} {uri} was not found", Hint: "check the COPY's path"));
        if (version.Size > MaxBytes)
        {
            throw new StarliftException(ExitCode.Usage, new Problem($"the {what} {uri} is {version.Size} bytes long", Hint: "check the COPY's path"));
        }

        var bytes = new byte[version.Size];
        await using var stream = store.OpenRead(version, 0, version.Size, cancellationToken);
        try
        {
            await Task.Run(() => stream.ReadExactly(bytes), cancellationToken);
            return bytes;
        }
        catch (IOException e)
        {
            throw new StarliftException(ExitCode.Access, new Problem($"can't read the {what} {uri}: {e.Message}", Hint: "run again"), e);
        }
    }
}
