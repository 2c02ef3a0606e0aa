using Starlift.Errors;

namespace Starlift.Objects;

/// <summary>Where small objects of Starlift's own are put, such as the manifests of its loads. Thread-safe.</summary>
public interface IObjectWriter
{
    /// <summary>Puts an object, in the place of one of that uri. When it returns, everybody reads it.</summary>
    /// <exception cref="StarliftException">It can't be written.</exception>
    Task WriteAsync(string uri, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Removes an object; does nothing where there is none.</summary>
    /// <exception cref="StarliftException">It can't be removed.</exception>
    Task DeleteAsync(string uri, CancellationToken cancellationToken);
}
