using System.Text;
using Starlift.Cli.Streams;
using Starlift.Cli.Terminals;

namespace Starlift.Cli.Serving;

/// <summary>A command line and all that its process gives it, on its way to the server that executes it.</summary>
sealed record CommandRequest
{
    const int OutputBuffer = 1 << 16;

    /// <summary>Of the command: the server executes those of its own only.</summary>
    public required string Version { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    public required string CurrentFolder { get; init; }

    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>What was read from stdin before the held file was met.</summary>
    public required string Input { get; init; }

    /// <summary>The command may read S3, with the credentials of the process that executes it.</summary>
    public required bool ReadsObjects { get; init; }

    public required bool InIsTerminal { get; init; }

    public required bool OutIsTerminal { get; init; }

    public required bool ErrorIsTerminal { get; init; }

    public required bool Redraws { get; init; }

    public required bool Colours { get; init; }

    public required int Width { get; init; }

    public static CommandRequest Of(IReadOnlyList<string> arguments, bool readsObjects, Surroundings surroundings)
    {
        var terminal = surroundings.Terminal;
        var names = Environment.GetEnvironmentVariables().Keys.Cast<string>();
        return new CommandRequest
        {
            Version = VersionLine.Version,
            Arguments = arguments,
            CurrentFolder = surroundings.CurrentFolder,
            Variables = names.Select(name => (Name: name, Value: surroundings.Environment(name))).Where(variable => variable.Value is not null)
                .ToDictionary(variable => variable.Name, variable => variable.Value!),
            Input = terminal.Taken,
            ReadsObjects = readsObjects,
            InIsTerminal = terminal.InIsTerminal,
            OutIsTerminal = terminal.OutIsTerminal,
            ErrorIsTerminal = terminal.ErrorIsTerminal,
            Redraws = terminal.Redraws,
            Colours = terminal.Colours,
            Width = terminal.Width,
        };
    }

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Version);
        Write(writer, Arguments);
        writer.Write(CurrentFolder);
        Write(writer, [.. Variables.SelectMany(variable => new[] { variable.Key, variable.Value })]);
        writer.Write(Input);
        foreach (var flag in new[] { ReadsObjects, InIsTerminal, OutIsTerminal, ErrorIsTerminal, Redraws, Colours })
        {
            writer.Write(flag);
        }

        writer.Write(Width);
        writer.Flush();
        return bytes.ToArray();
    }

    /// <param name="body">Of <see cref="ToBytes"/>, by any version: but for the first word it may be another's.</param>
    /// <exception cref="CommandRefusal">It is of another version.</exception>
    public static CommandRequest Read(byte[] body)
    {
        using var reader = new BinaryReader(new MemoryStream(body));
        var version = reader.ReadString();
        if (version != VersionLine.Version)
        {
            throw new CommandRefusal(
                $"the server that holds the database is Starlift {VersionLine.Version}, and this command {version}", "use the same version, or stop the server");
        }

        var (arguments, folder, variables, input) = (ReadAll(reader), reader.ReadString(), ReadAll(reader), reader.ReadString());
        return new CommandRequest
        {
            Version = version,
            Arguments = arguments,
            CurrentFolder = folder,
            Variables = variables.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal),
            Input = input,
            ReadsObjects = reader.ReadBoolean(),
            InIsTerminal = reader.ReadBoolean(),
            OutIsTerminal = reader.ReadBoolean(),
            ErrorIsTerminal = reader.ReadBoolean(),
            Redraws = reader.ReadBoolean(),
            Colours = reader.ReadBoolean(),
            Width = reader.ReadInt32(),
        };
    }

    /// <summary>What the command's process would give it, here.</summary>
    /// <param name="channel">Where its three streams end.</param>
    /// <param name="input">Its stdin.</param>
    public Surroundings Surroundings(CommandChannel channel, TextReader input)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var error = TextWriter.Synchronized(new StreamWriter(new LogStream(new FrameStream(channel, CommandFrame.Error)), utf8) { AutoFlush = true, NewLine = "\n" });
        var output = new StreamWriter(new ResultStream(new FrameStream(channel, CommandFrame.Output)), utf8, OutputBuffer) { AutoFlush = OutIsTerminal, NewLine = "\n" };
        var terminal = new Terminal(input, output, error)
        {
            InIsTerminal = InIsTerminal,
            OutIsTerminal = OutIsTerminal,
            ErrorIsTerminal = ErrorIsTerminal,
            Redraws = Redraws,
            Colours = Colours,
            Width = Width,
        };
        return new Surroundings(terminal, name => Variables.GetValueOrDefault(name), CurrentFolder);
    }

    static void Write(BinaryWriter writer, IReadOnlyList<string> texts)
    {
        writer.Write(texts.Count);
        foreach (var text in texts)
        {
            writer.Write(text);
        }
    }

    static List<string> ReadAll(BinaryReader reader)
    {
        var texts = new List<string>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            texts.Add(reader.ReadString());
        }

        return texts;
    }
}
