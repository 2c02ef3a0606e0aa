namespace Starlift.Objects;

/// <summary>A stream that begins to read before its reader does. Whoever has several of them does well to read first what is there.</summary>
public interface IReadAhead
{
    /// <summary>
    /// Ends, and never fails, as soon as the first read would return or throw without waiting for long; at the latest when the stream is closed.
    /// </summary>
    Task FirstRead { get; }
}
