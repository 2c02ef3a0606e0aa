using System.Collections.Concurrent;
using Starlift.Errors;
using Starlift.Objects;

namespace Starlift.Tests.Cli.Probing;

/// <summary>Objects in memory.</summary>
sealed class KeptObjects : IObjectWriter
{
    public ConcurrentDictionary<string, byte[]> Objects { get; } = new();

    /// <summary>Nothing can be removed.</summary>
    public bool Refuses { get; init; }

    /// <inheritdoc/>
    public Task WriteAsync(string uri, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        Objects[uri] = content.ToArray();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string uri, CancellationToken cancellationToken) => Refuses
        ? throw new StarliftException(ExitCode.Access, new Problem("no"))
        : Task.FromResult(Objects.TryRemove(uri, out _));
}
