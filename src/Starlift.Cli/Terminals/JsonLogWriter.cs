using System.Text;
using System.Text.Json.Nodes;

namespace Starlift.Cli.Terminals;

/// <summary>
/// Writes logs as JSON objects, one a line: time, level and message, and more for those that programs read. What is written as text
/// becomes the message of an object, several lines of one call too. Thread-safe.
/// </summary>
sealed class JsonLogWriter(TextWriter output, TimeProvider time) : TextWriter
{
    readonly Lock _lock = new();
    readonly StringBuilder _begun = new();

    public override Encoding Encoding => output.Encoding;

    /// <param name="level">info, warn or error.</param>
    /// <param name="message">For people.</param>
    /// <param name="fields">For programs; names in snake_case.</param>
    public void Log(string level, string message, params IReadOnlyList<(string Name, JsonNode? Value)> fields)
    {
        var entry = new JsonObject { ["time"] = time.GetUtcNow().UtcDateTime, ["level"] = level, ["message"] = message };
        foreach (var (name, value) in fields)
        {
            entry[name] = value;
        }

        lock (_lock)
        {
            output.WriteLine(Json.LineOf(entry));
        }
    }

    public override void Write(char value)
    {
        lock (_lock)
        {
            if (value != '\n')
            {
                _begun.Append(value);
                return;
            }
        }

        WriteLine();
    }

    public override void WriteLine() => WriteLine("");

    public override void WriteLine(string? value)
    {
        string text;
        lock (_lock)
        {
            text = _begun.Append(value).ToString().Trim();
            _begun.Clear();
        }

        if (text.Length > 0)
        {
            Log(text.StartsWith("starlift: ", StringComparison.Ordinal) ? "warn" : "info", text);
        }
    }

    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }

    public override void Flush() => output.Flush();
}
