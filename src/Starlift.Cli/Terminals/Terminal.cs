using System.Text;
using Spectre.Console;
using Starlift.Cli.Streams;
using Starlift.Errors;

namespace Starlift.Cli.Terminals;

/// <summary>The process's three streams, and what is at their other end. All text goes through here, so that none acts upon a terminal.</summary>
sealed class Terminal
{
    const int WidthOfFiles = 100;
    const int NarrowestWidth = 40;

    readonly TextWriter _error;
    readonly StringBuilder _taken = new();

    /// <param name="input">What is typed or piped in.</param>
    /// <param name="output">stdout. May be buffered: flush before the process ends.</param>
    /// <param name="error">stderr. Thread-safe.</param>
    public Terminal(TextReader input, TextWriter output, TextWriter error)
    {
        (In, Verbatim, _error) = (input, output, error);
        Out = new LineWriter(output);
        Json = new JsonWriter(output);
        Error = new LineWriter(error);
    }

    public TextReader In { get; }

    /// <summary>What <see cref="ReadToEndAsync"/> and <see cref="ConfirmAsync"/> have read so far.</summary>
    public string Taken => _taken.ToString();

    /// <summary>Results for people: lines, each of which is written as <see cref="VisibleText"/>.</summary>
    public TextWriter Out { get; }

    /// <summary>Results that are JSON.</summary>
    public TextWriter Json { get; }

    /// <summary>Starlift's own text of several lines: help and scripts. And CSV, which is data, where it does not go to a terminal.</summary>
    public TextWriter Verbatim { get; }

    /// <summary>Progress, logs and errors: lines, each of which is written as <see cref="VisibleText"/>, or JSON objects.</summary>
    public TextWriter Error { get; private set; }

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

    /// <summary>
    /// What has been done for good, in a few words: it is told where the rest of the command fails or can't be told. Null where there is
    /// nothing.
    /// </summary>
    public string? Achieved { get; set; }

    /// <param name="streams">The process's.</param>
    /// <param name="environment">NO_COLOR, with any value but an empty one, turns colours off; TERM=dumb that and redrawing.</param>
    public static Terminal OfProcess(StandardStreams streams, Func<string, string?> environment)
    {
        var isDumb = environment("TERM") == "dumb";
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var error = TextWriter.Synchronized(new StreamWriter(streams.Error, utf8) { AutoFlush = true, NewLine = "\n" });
        var output = new StreamWriter(streams.Out, utf8, 1 << 16) { AutoFlush = streams.OutIsTerminal, NewLine = "\n" };
        return new Terminal(new StreamReader(streams.In, utf8), output, error)
        {
            InIsTerminal = streams.InIsTerminal,
            OutIsTerminal = streams.OutIsTerminal,
            ErrorIsTerminal = streams.ErrorIsTerminal,
            Redraws = streams.ErrorIsTerminal && !isDumb,
            Colours = string.IsNullOrEmpty(environment("NO_COLOR")) && !isDumb,
            Width = streams.Columns > 0 ? Math.Max(streams.Columns, NarrowestWidth) : WidthOfFiles,
        };
    }

    /// <summary>From now on progress, logs and errors are JSON objects, whatever is at the other end; nobody can be asked.</summary>
    public void LogAsJson(TimeProvider time)
    {
        Error = new JsonLogWriter(new JsonWriter(_error), time);
        ErrorIsTerminal = false;
        Redraws = false;
    }

    /// <summary>Draws results. Texts are <see cref="VisibleText.Part"/>s.</summary>
    public IAnsiConsole ResultConsole() => Over(Verbatim, OutIsTerminal, OutIsTerminal && Colours);

    /// <summary>Draws progress. Texts are <see cref="VisibleText.Part"/>s.</summary>
    public IAnsiConsole ProgressConsole() => Over(_error, ErrorIsTerminal, Redraws);

    /// <summary>Shows the cursor again, which progress that redraws itself hides.</summary>
    public void ShowCursor()
    {
        if (Redraws)
        {
            _error.Write("\e[?25h");
        }
    }

    /// <summary>Somebody is there to answer.</summary>
    public bool CanAsk => InIsTerminal && ErrorIsTerminal;

    /// <summary>Asks whether to go on with something that can't be undone.</summary>
    /// <param name="question">Says what is lost, without a question mark.</param>
    /// <param name="yes">The answer was given with -y.</param>
    /// <param name="cancel">Ends the waiting for an answer.</param>
    /// <exception cref="ConfigurationException">There is nobody to ask.</exception>
    public async Task<bool> ConfirmAsync(string question, bool yes, CancellationToken cancel)
    {
        if (yes)
        {
            return true;
        }

        if (!CanAsk)
        {
            throw new ConfigurationException($"{question}: that needs a yes, and there is no terminal to ask on", hint: "add -y");
        }

        await Error.WriteAsync($"{question}. Go on? [y/N] ");
        await Error.FlushAsync(cancel);
        return (await ReadAsync(input => input.ReadLine() is { } line ? line + "\n" : null, cancel))?.Trim() is "y" or "Y" or "yes" or "Yes" or "YES";
    }

    /// <summary>All there is on stdin.</summary>
    /// <exception cref="ConfigurationException">It can't be read.</exception>
    public async Task<string> ReadToEndAsync(CancellationToken cancel) => await ReadAsync(input => input.ReadToEnd(), cancel) ?? "";

    /// <summary>Writes what a terminal of another process of Starlift's own has made of texts: nothing in it acts upon a terminal but what was meant to.</summary>
    public void PassOn(string text, bool toError)
    {
        (toError ? _error : Verbatim).Write(text);
    }

    // Nothing but an end wakes up a thread that waits for a terminal or a pipe: it is left behind.
    async Task<string?> ReadAsync(Func<TextReader, string?> read, CancellationToken cancel)
    {
        try
        {
            var text = await Task.Run(() => read(In), cancel).WaitAsync(cancel);
            _taken.Append(text);
            return text;
        }
        catch (IOException e)
        {
            throw new ConfigurationException($"stdin can't be read: {e.Message}", hint: "pipe something in, or give a file", inner: e);
        }
    }

    IAnsiConsole Over(TextWriter writer, bool isTerminal, bool ansi)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = ansi ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = ansi && Colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new DrawingTarget(writer, isTerminal, Width),
        });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
