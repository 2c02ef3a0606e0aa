using Starlift.Cli.Terminals;
using Starlift.Sessions;

namespace Starlift.Cli.Scripting;

/// <summary>A JSON array with an object for each statement: where it stands, its rows or its count, its messages.</summary>
sealed class JsonScriptOutput : IScriptOutput
{
    readonly TextWriter _out;
    bool _isFirst = true;

    public JsonScriptOutput(Terminal terminal)
    {
        _out = terminal.Json;
        _out.Write('[');
    }

    public void Write(StatementResult result, CancellationToken cancel)
    {
        var source = result.Statement.Source;
        _out.WriteLine(_isFirst ? "" : ",");
        _isFirst = false;
        _out.Write($"{{\"place\": {JsonTable.Quoted(source.PlaceOf(source.Start).ToString())}");
        if (result.Count is { } count)
        {
            _out.Write($", \"count\": {count}");
        }

        if (result.Messages.Count > 0)
        {
            _out.Write($", \"messages\": [{string.Join(", ", result.Messages.Select(JsonTable.Quoted))}]");
        }

        if (result.Told is { } told)
        {
            _out.Write($", \"told\": {JsonTable.Quoted(told)}");
        }

        if (result.Rows is { } rows)
        {
            _out.Write(", \"rows\": ");
            JsonTable.Write(_out, ResultTable.Of(rows, cancel));
        }

        _out.Write('}');
    }

    public void Dispose() => _out.WriteLine("]");
}
