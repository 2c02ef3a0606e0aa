using System.Text;
using Spectre.Console;

namespace Starlift.Cli.Terminals;

/// <summary>Where Spectre draws. Its own looks at the console, and .NET's console then sends a terminal sequences of its own accord.</summary>
sealed class DrawingTarget(TextWriter writer, bool isTerminal, int width) : IAnsiConsoleOutput
{
    const int AnyHeight = 50;

    public TextWriter Writer => writer;

    public bool IsTerminal => isTerminal;

    public int Width => width;

    public int Height => AnyHeight;

    public void SetEncoding(Encoding encoding)
    {
    }
}
