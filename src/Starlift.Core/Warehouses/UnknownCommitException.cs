using Starlift.Errors;

namespace Starlift.Warehouses;

/// <summary>
/// The connection was lost while the warehouse committed: what was committed is there as a whole, or not at all. The warehouse can be
/// used again, in a new session; what the transaction would have left there tells which it is.
/// </summary>
public sealed class UnknownCommitException(Exception inner) : StarliftException(
    ExitCode.Access,
    new Problem("the connection was lost while the transaction was being committed", Hint: "run again: what was committed is not loaded twice"),
    inner);
