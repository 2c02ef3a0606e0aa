using Starlift.Errors;

namespace Starlift.Cli.Serving;

/// <summary>Starlift's own server holds the database, and takes the command in place of this process. Nothing was done yet.</summary>
sealed class ServedException(StarliftException held, string place) : StarliftException(held.ExitCode, held.Problems, held)
{
    /// <summary>The socket that the server takes commands at.</summary>
    public string Place => place;
}
