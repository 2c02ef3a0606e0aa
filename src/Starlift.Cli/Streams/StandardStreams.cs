namespace Starlift.Cli.Streams;

/// <summary>The three streams that the process was started with. To be made before anything else is opened.</summary>
sealed class StandardStreams
{
    const string Nothing = "/dev/null";

    StandardStreams(Stream input, Stream output, Stream error)
    {
        (In, Out, Error) = (input, new ResultStream(output), new LogStream(error));
    }

    public Stream In { get; }

    public Stream Out { get; }

    public Stream Error { get; }

    public bool InIsTerminal { get; private init; }

    public bool OutIsTerminal { get; private init; }

    public bool ErrorIsTerminal { get; private init; }

    /// <summary>Columns of the terminal at stdout or stderr; 0 where there is none, or it does not say.</summary>
    public int Columns { get; private init; }

    public static StandardStreams Open()
    {
        if (OperatingSystem.IsWindows())
        {
            return OfWindows();
        }

        var (input, output, error) = (Inherited(0), Inherited(1), Inherited(2));
        return new StandardStreams(new DescriptorStream(input), new DescriptorStream(output), new DescriptorStream(error))
        {
            InIsTerminal = IsTerminal(input),
            OutIsTerminal = IsTerminal(output),
            ErrorIsTerminal = IsTerminal(error),
            Columns = IsTerminal(output) ? Posix.Columns(1) : IsTerminal(error) ? Posix.Columns(2) : 0,
        };
    }

    static StandardStreams OfWindows() => new(Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.OpenStandardError())
    {
        InIsTerminal = !Console.IsInputRedirected,
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Columns = Console.IsOutputRedirected && Console.IsErrorRedirected ? 0 : Console.WindowWidth,
    };

    static bool IsTerminal(int? descriptor) => descriptor is { } number && Posix.IsTerminal(number);

    // A number that is free is given to the next file that is opened, and results would be written into that, a database say.
    static int? Inherited(int descriptor)
    {
        if (!Posix.IsOpen(descriptor))
        {
            _ = Posix.Open(Nothing, descriptor == 0 ? Posix.WriteOnly : 0);
            return null;
        }

        return Posix.IsInherited(descriptor) ? descriptor : null;
    }
}
