using Starlift.Sessions;

namespace Starlift.Cli.Scripting;

/// <summary>Shows the results of a script, one statement after the other. Disposing ends the output, also after a statement that failed.</summary>
interface IScriptOutput : IDisposable
{
    /// <param name="result">Its rows are read.</param>
    /// <param name="cancel">Ends the reading.</param>
    void Write(StatementResult result, CancellationToken cancel);
}
