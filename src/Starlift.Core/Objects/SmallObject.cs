using Starlift.Errors;

namespace Starlift.Objects;

/// <summary>Objects that are read whole: JSONPaths files and manifests.</summary>
public static class SmallObject
{
    /// <summary>A JSONPaths file or manifest larger than this is taken for a mistake.</summary>
    const long MaxBytes = 256 * 1024 * 1024;

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
        await using var stream = store.OpenRead(version, 0);
        try
        {
            await stream.ReadExactlyAsync(bytes, cancellationToken);
            return bytes;
        }
        catch (IOException e)
        {
            throw new StarliftException(ExitCode.Access, new Problem($"can't read the {what} {uri}: {e.Message}", Hint: "run again"), e);
        }
    }
}
