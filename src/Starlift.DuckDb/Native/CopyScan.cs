using System.Runtime.ExceptionServices;
using Starlift.Copying;

namespace Starlift.DuckDb.Native;

/// <summary>One execution of the table function: the input it reads, and the first failure of any of its threads.</summary>
sealed class CopyScan(CopyInput input)
{
    ExceptionDispatchInfo? _failure;

    public CopyInput Input { get; } = input;

    /// <summary>By column, whether a text of it ends in a blank. Threads only ever set it.</summary>
    public bool[] EndInBlank { get; } = new bool[input.Copy.SinkColumns.Count];

    public void Fail(Exception exception) => Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);

    /// <summary>The load failed on its data, and on nothing else.</summary>
    public bool GaveUp => _failure is { SourceException: LoadAbortedException };

    /// <summary>Throws what a thread has thrown, where one has.</summary>
    public void ThrowFailure() => _failure?.Throw();
}
