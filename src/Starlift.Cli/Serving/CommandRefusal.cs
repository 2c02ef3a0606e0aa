using Starlift.Errors;

namespace Starlift.Cli.Serving;

/// <summary>A server does not execute a command; the command then meets a held file and nothing more.</summary>
sealed class CommandRefusal(string what, string hint) : StarliftException(ExitCode.Locked, new Problem(what, Hint: hint));
