using System.Text;

namespace Starlift.Cli.Rendering;

/// <summary>
/// Writes lines for people, each as <see cref="VisibleText"/>: whatever a line holds, a value's line breaks too, it stays one line and
/// moves no cursor. Thread-safe where the writer below is: a line is written at once.
/// </summary>
sealed class LineWriter : TextWriter
{
    readonly TextWriter _output;

    /// <param name="output">What is given to it is harmless.</param>
    public LineWriter(TextWriter output)
    {
        _output = output;
        NewLine = "\n";
    }

    public override Encoding Encoding => _output.Encoding;

    /// <summary>A part of a line.</summary>
    public override void Write(string? value) => _output.Write(VisibleText.Of(value ?? ""));

    /// <inheritdoc cref="Write(string)"/>
    public override void Write(char value) => Write(value.ToString());

    /// <inheritdoc cref="Write(string)"/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc cref="Write(string)"/>
    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void WriteLine() => _output.Write(NewLine);

    public override void WriteLine(string? value) => _output.Write(VisibleText.Of(value ?? "") + NewLine);

    public override void WriteLine(ReadOnlySpan<char> buffer) => WriteLine(buffer.ToString());

    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }

    public override void Flush() => _output.Flush();
}
