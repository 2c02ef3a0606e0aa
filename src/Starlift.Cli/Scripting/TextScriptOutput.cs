using Starlift.Cli.Terminals;
using Starlift.Sessions;

namespace Starlift.Cli.Scripting;

/// <summary>Tables of rows on stdout; counts and messages on stderr.</summary>
sealed class TextScriptOutput(Terminal terminal) : IScriptOutput
{
    public void Write(StatementResult result, CancellationToken cancel)
    {
        foreach (var message in result.Messages)
        {
            terminal.Error.WriteLine($"INFO:  {message}");
        }

        if (result.Told is { } told)
        {
            terminal.Error.WriteLine($"WARNING:  {told}");
        }

        if (result.Rows is { } rows)
        {
            TextTable.Write(terminal, ResultTable.Of(rows, cancel));
        }
        else if (result is { Count: { } count, Messages.Count: 0 })
        {
            terminal.Error.WriteLine($"{result.Statement.Source.PlaceOf(result.Statement.Source.Start)}: {Quantity.Count(count, "row", "rows")}");
        }
    }

    public void Dispose()
    {
    }
}
