using System.Text;
using Spectre.Console;
using Starlift.Errors;

namespace Starlift.Cli.Rendering;

/// <summary>The process's three streams, and what is at their other end.</summary>
sealed class Terminal
{
    const int WidthOfFiles = 100;
    const int NarrowestWidth = 40;

    public required TextReader In { get; init; }

    /// <summary>Results. Buffered where it is no terminal: flush before the process ends.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Progress, logs and errors.</summary>
    public required TextWriter Error { get; set; }

    /// <summary>A person can be asked.</summary>
    public bool InIsTerminal { get; init; }

    public bool OutIsTerminal { get; init; }

    /// <summary>A person sees what is asked.</summary>
    public bool ErrorIsTerminal { get; set; }

    /// <summary>Progress may redraw itself: stderr is a terminal that can move its cursor.</summary>
    public bool Redraws { get; set; }

    /// <summary>Escape sequences for colours are welcome, on those streams that are terminals.</summary>
    public bool Colours { get; init; }

    /// <summary>Of the terminal in characters; a fixed number where there is none.</summary>
    public int Width { get; init; } = WidthOfFiles;

    /// <param name="environment">NO_COLOR, with any value but an empty one, turns colours off; TERM=dumb that and redrawing.</param>
    public static Terminal OfProcess(Func<string, string?> environment)
    {
        var outIsTerminal = !Console.IsOutputRedirected;
        var errorIsTerminal = !Console.IsErrorRedirected;
        var isDumb = environment("TERM") == "dumb";
        var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16)
        {
            AutoFlush = outIsTerminal,
        };
        return new Terminal
        {
            In = Console.In,
            Out = output,
            Error = Console.Error,
            InIsTerminal = !Console.IsInputRedirected,
            OutIsTerminal = outIsTerminal,
            ErrorIsTerminal = errorIsTerminal,
            Redraws = errorIsTerminal && !isDumb,
            Colours = string.IsNullOrEmpty(environment("NO_COLOR")) && !isDumb,
            Width = outIsTerminal || errorIsTerminal ? Math.Max(Console.WindowWidth, NarrowestWidth) : WidthOfFiles,
        };
    }

    /// <summary>From now on progress, logs and errors are JSON objects, whatever is at the other end; nobody can be asked.</summary>
    public void LogAsJson(TimeProvider time)
    {
        Error = new JsonLogWriter(Error, time);
        ErrorIsTerminal = false;
        Redraws = false;
    }

    /// <summary>Draws results.</summary>
    public IAnsiConsole ResultConsole() => Over(Out, OutIsTerminal, OutIsTerminal && Colours);

    /// <summary>Draws progress.</summary>
    public IAnsiConsole ProgressConsole() => Over(Error, ErrorIsTerminal, Redraws);

    /// <summary>Asks whether to go on with something that can't be undone.</summary>
    /// <param name="question">Says what is lost, without a question mark.</param>
    /// <param name="yes">The answer was given with -y.</param>
    /// <exception cref="ConfigurationException">There is nobody to ask.</exception>
    public bool Confirm(string question, bool yes)
    {
        if (yes)
        {
            return true;
        }

        if (!InIsTerminal || !ErrorIsTerminal)
        {
            throw new ConfigurationException($"{question}: that needs a yes, and there is no terminal to ask on", hint: "add -y");
        }

        Error.Write($"{question}. Go on? [y/N] ");
        Error.Flush();
        return In.ReadLine()?.Trim() is "y" or "Y" or "yes" or "Yes" or "YES";
    }

    IAnsiConsole Over(TextWriter writer, bool isTerminal, bool ansi)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = ansi ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = ansi && Colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
