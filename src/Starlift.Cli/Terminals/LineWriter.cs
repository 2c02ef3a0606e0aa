namespace Starlift.Cli.Terminals;

/// <summary>
/// Writes lines for people, each as <see cref="VisibleText"/>: whatever a line holds, a value's line breaks too, it stays one line and
/// moves no cursor. Thread-safe where the writer below is: a line is written at once.
/// </summary>
sealed class LineWriter : GuardedWriter
{
    /// <param name="output">What is given to it is harmless.</param>
    public LineWriter(TextWriter output)
        : base(output) => NewLine = "\n";

    protected override string Harmless(string text) => VisibleText.Of(text);
}
