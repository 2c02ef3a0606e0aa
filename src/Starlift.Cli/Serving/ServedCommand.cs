using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Cli.Serving;

/// <summary>A command whose database a server holds: the server executes it, and this process is its terminal.</summary>
static class ServedCommand
{
    /// <param name="served">What the command met.</param>
    /// <param name="request">The command.</param>
    /// <param name="terminal">Where it reads and writes.</param>
    /// <param name="cancel">Interrupts it there.</param>
    /// <exception cref="StarliftException">No server is there any more, or it ended before the command.</exception>
    public static async Task<ExitCode> RunAsync(ServedException served, CommandRequest request, Terminal terminal, CancellationToken cancel)
    {
        using var channel = new CommandChannel(await ConnectAsync(served, cancel));
        try
        {
            channel.Write(CommandFrame.Request, request.ToBytes());
        }
        catch (IOException e)
        {
            throw Ended(e);
        }

        await using var stopping = cancel.Register(() => channel.TryWrite(CommandFrame.Cancel));
        var (output, error) = (Encoding.UTF8.GetDecoder(), Encoding.UTF8.GetDecoder());
        while (await channel.ReadAsync(CancellationToken.None) is var (kind, body))
        {
            switch (kind)
            {
                case CommandFrame.Output:
                    terminal.PassOn(Decoded(output, body), toError: false);
                    break;
                case CommandFrame.Error:
                    terminal.PassOn(Decoded(error, body), toError: true);
                    break;
                case CommandFrame.WantsLine:
                    _ = AnswerAsync(channel, terminal.In.ReadLine);
                    break;
                case CommandFrame.WantsAll:
                    _ = AnswerAsync(channel, terminal.In.ReadToEnd);
                    break;
                case CommandFrame.Exit:
                    return (ExitCode)BinaryPrimitives.ReadInt32LittleEndian(body);
            }
        }

        throw Ended(null);
    }

    static async Task<Socket> ConnectAsync(ServedException served, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(served.Place), cancel);
            return socket;
        }
        catch (Exception e)
        {
            socket.Dispose();
            // The note is an old one, or another user's: the file is held, and that is all that can be told.
            throw e is SocketException or ArgumentException ? new StarliftException(served.ExitCode, served.Problems, served) : e;
        }
    }

    // What is typed is waited for beside what the server has to say.
    static async Task AnswerAsync(CommandChannel channel, Func<string?> read)
    {
        string? text;
        try
        {
            text = await Task.Run(read, CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // As at its end.
            text = null;
        }

        try
        {
            channel.Write(text is null ? CommandFrame.NoInput : CommandFrame.Input, Encoding.UTF8.GetBytes(text ?? ""));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The command has ended meanwhile.
        }
    }

    static string Decoded(Decoder decoder, byte[] body)
    {
        var chars = new char[decoder.GetCharCount(body, flush: false)];
        return new string(chars, 0, decoder.GetChars(body, chars, flush: false));
    }

    static StarliftException Ended(Exception? inner) => new(
        ExitCode.RunFailed,
        new Problem("the server that executed the command ended before it", Hint: "starlift runs tells whether a run was published; what was not is undone"),
        inner);
}
