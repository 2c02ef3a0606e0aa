using Starlift.Errors;

namespace Starlift.Warehouses;

/// <summary>
/// Something broke while the warehouse committed: what was committed is there as a whole, or not at all, and the warehouse can't tell. It
/// can be used again, in a new session; what the transaction would have left there tells which it is.
/// </summary>
public sealed class UnknownCommitException : StarliftException
{
    readonly string _what;

    /// <param name="exitCode">What the process exits with where nobody finds out.</param>
    /// <param name="what">What broke, as the beginning of a sentence.</param>
    /// <param name="inner">The driver's own exception.</param>
    public UnknownCommitException(ExitCode exitCode, string what, Exception inner)
        : base(exitCode, new Problem($"{what}, and whether it is committed is not known", Hint: "look before you do it again; starlift run loads nothing twice"), inner) =>
        _what = what;

    /// <summary>The same where somebody has looked, and nothing of the transaction is there.</summary>
    public StarliftException NotCommitted() =>
        new(ExitCode, new Problem($"{_what}, and nothing of it is committed", Hint: "run again: everything is as it was"), this);
}
