using Starlift.Scripts;

namespace Starlift.Cli.Rendering;

/// <summary>Shows the results of a script, one statement after the other. Disposing ends the output, also after a statement that failed.</summary>
interface IScriptOutput : IDisposable
{
    void Write(StatementResult result);
}
