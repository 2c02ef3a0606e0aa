namespace Starlift.Cli.Serving;

/// <summary>What a frame between a command and its server says.</summary>
enum CommandFrame : byte
{
    /// <summary>A <see cref="CommandRequest"/>: the first from the command.</summary>
    Request = (byte)'R',

    /// <summary>From the command: it was interrupted.</summary>
    Cancel = (byte)'C',

    /// <summary>From the command: what was typed or piped in.</summary>
    Input = (byte)'I',

    /// <summary>From the command: stdin is at its end.</summary>
    NoInput = (byte)'N',

    /// <summary>From the server: bytes for stdout.</summary>
    Output = (byte)'O',

    /// <summary>From the server: bytes for stderr.</summary>
    Error = (byte)'E',

    /// <summary>From the server: a line of stdin is wanted.</summary>
    WantsLine = (byte)'L',

    /// <summary>From the server: all of stdin is wanted.</summary>
    WantsAll = (byte)'A',

    /// <summary>From the server: the exit code, after which nothing follows.</summary>
    Exit = (byte)'X',
}
