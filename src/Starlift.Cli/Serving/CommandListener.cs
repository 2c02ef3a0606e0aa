using System.Buffers.Binary;
using System.Net.Sockets;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Cli.Serving;

/// <summary>
/// Executes commands that met the database which this process holds, in their place: each as its own process would, but for the credentials of AWS. A command that ends
/// before its time is interrupted here. Only who may enter the folder of the socket can ask: the user whose server it is.
/// </summary>
sealed class CommandListener : IAsyncDisposable
{
    const string CredentialsBegin = "AWS_";

    readonly string _database;
    readonly PassingFolder _folder;
    readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    readonly Func<Surroundings, IReadOnlyList<string>, CancellationToken, Task<ExitCode>> _execute;
    readonly CancellationTokenSource _end = new();
    readonly List<Task> _commands = [];
    Task _listening = Task.CompletedTask;

    CommandListener(string database, PassingFolder folder, Func<Surroundings, IReadOnlyList<string>, CancellationToken, Task<ExitCode>> execute) =>
        (_database, _folder, _execute) = (database, folder, execute);

    /// <param name="database">The full path of the file that this process holds.</param>
    /// <param name="execute">Executes a command line.</param>
    /// <exception cref="StarliftException">There is no room for the socket, or for the note beside the database.</exception>
    public static CommandListener Start(string database, Func<Surroundings, IReadOnlyList<string>, CancellationToken, Task<ExitCode>> execute)
    {
        var listener = new CommandListener(database, new PassingFolder(), execute);
        var place = Path.Combine(listener._folder.Path, "commands");
        try
        {
            listener._socket.Bind(new UnixDomainSocketEndPoint(place));
            listener._socket.Listen();
            ServedFile.Write(database, place);
        }
        catch (Exception e) when (e is IOException or SocketException or UnauthorizedAccessException or ArgumentException)
        {
            listener._socket.Dispose();
            listener._folder.Dispose();
            throw new ConfigurationException(
                $"no command could find the server, because {place} or a note of it beside {database} can't be made: {e.Message}", hint: "free room there, or set TMPDIR to a folder with a shorter path", inner: e);
        }

        listener._listening = Task.Run(listener.ListenAsync);
        return listener;
    }

    /// <summary>Takes no new command, and lets those that are executed come to their end.</summary>
    /// <param name="patience">How long they may take yet; then they are interrupted.</param>
    public async Task StopAsync(TimeSpan patience)
    {
        ServedFile.Delete(_database);
        _socket.Dispose();
        await _listening;
        await Task.WhenAny(Task.WhenAll(_commands), Task.Delay(patience));
        await _end.CancelAsync();
        await Task.WhenAll(_commands);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.Zero);
        _folder.Dispose();
        _end.Dispose();
    }

    async Task ListenAsync()
    {
        while (true)
        {
            try
            {
                var socket = await _socket.AcceptAsync();
                _commands.RemoveAll(command => command.IsCompleted);
                _commands.Add(Task.Run(() => ServeAsync(socket)));
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    async Task ServeAsync(Socket socket)
    {
        using var channel = new CommandChannel(socket);
        try
        {
            if (await channel.ReadAsync(_end.Token) is not (CommandFrame.Request, var body))
            {
                return;
            }

            var code = await ExecuteAsync(channel, body);
            var bytes = new byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(bytes, (int)code);
            channel.Write(CommandFrame.Exit, bytes);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The command is gone, or the server is to end before it has said what it wants.
        }
    }

    async Task<ExitCode> ExecuteAsync(CommandChannel channel, byte[] body)
    {
        try
        {
            var request = CommandRequest.Read(body);
            RefuseOtherCredentials(request);
            using var input = new AskedInput(channel, request.Input);
            using var cancel = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
            using var isDone = new CancellationTokenSource();
            var following = FollowAsync(channel, input, cancel, isDone.Token);
            try
            {
                return await _execute(request.Surroundings(channel, input), request.Arguments, cancel.Token);
            }
            finally
            {
                await isDone.CancelAsync();
                await following;
            }
        }
        catch (CommandRefusal refused)
        {
            using var error = new StreamWriter(new FrameStream(channel, CommandFrame.Error)) { NewLine = "\n" };
            ProblemLines.Write(error, refused.Problems);
            return refused.ExitCode;
        }
    }

    /// <summary>Reads what the command says while it is executed.</summary>
    static async Task FollowAsync(CommandChannel channel, AskedInput input, CancellationTokenSource cancel, CancellationToken isDone)
    {
        try
        {
            while (await channel.ReadAsync(isDone) is var (kind, body))
            {
                if (kind == CommandFrame.Cancel)
                {
                    await cancel.CancelAsync();
                }
                else
                {
                    input.Answer(kind == CommandFrame.Input ? body : null);
                }
            }

            // It was killed.
            input.Answer(null);
            await cancel.CancelAsync();
        }
        catch (OperationCanceledException)
        {
        }
    }

    // What reads S3 takes the variables of its process: those of the command would silently not count.
    static void RefuseOtherCredentials(CommandRequest request)
    {
        if (!request.ReadsObjects)
        {
            return;
        }

        var names = Environment.GetEnvironmentVariables().Keys.Cast<string>().Concat(request.Variables.Keys).Where(name => name.StartsWith(CredentialsBegin, StringComparison.Ordinal));
        if (names.FirstOrDefault(name => Environment.GetEnvironmentVariable(name) != request.Variables.GetValueOrDefault(name)) is { } other)
        {
            throw new CommandRefusal(
                $"the server that holds the database was started with another {other} than this command", $"start the server anew with this {other}, or set that of the server here");
        }
    }
}
