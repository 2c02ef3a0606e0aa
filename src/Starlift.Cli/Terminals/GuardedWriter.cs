using System.Text;

namespace Starlift.Cli.Terminals;

/// <summary>Changes what it is given into what may reach a terminal, and passes it on. Ends lines as Unix does.</summary>
/// <param name="output">What is given to it is harmless.</param>
abstract class GuardedWriter(TextWriter output) : TextWriter
{
    const string LineEnd = "\n";

    public sealed override Encoding Encoding => output.Encoding;

    /// <summary>A part of a line.</summary>
    public sealed override void Write(string? value) => output.Write(Harmless(value ?? ""));

    /// <inheritdoc cref="Write(string)"/>
    public sealed override void Write(char value) => Write(value.ToString());

    /// <inheritdoc cref="Write(string)"/>
    public sealed override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc cref="Write(string)"/>
    public sealed override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public sealed override void WriteLine() => output.Write(LineEnd);

    public sealed override void WriteLine(string? value) => output.Write(Harmless(value ?? "") + LineEnd);

    public sealed override void WriteLine(ReadOnlySpan<char> buffer) => WriteLine(buffer.ToString());

    public sealed override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }

    public sealed override void Flush() => output.Flush();

    /// <summary>The text without anything that a terminal acts upon.</summary>
    protected abstract string Harmless(string text);
}
