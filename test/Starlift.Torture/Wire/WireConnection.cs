using System.Net.Sockets;

namespace Starlift.Torture.Wire;

/// <summary>One connection through the proxy.</summary>
sealed class WireConnection
{
    readonly WireProxy _proxy;
    readonly Socket _client;
    readonly Socket _server;
    Task _sent = Task.CompletedTask;
    volatile int _committing;

    public WireConnection(WireProxy proxy, Socket client, Socket server)
    {
        _proxy = proxy;
        _client = client;
        _server = server;
        Ended = RunAsync();
    }

    /// <summary>Never fails.</summary>
    public Task Ended { get; }

    /// <summary>Ends it at both ends, as if a cable were cut.</summary>
    public void Drop()
    {
        _client.Close(0);
        _server.Close(0);
    }

    async Task RunAsync()
    {
        await Task.WhenAny(GuardedAsync(ForthAsync), GuardedAsync(BackAsync));
        _client.Close();
        _server.Close();
    }

    static async Task GuardedAsync(Func<Task> pump)
    {
        try
        {
            await pump();
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Dropped, by either side or by the proxy.
        }
    }

    async Task ForthAsync()
    {
        var messages = new WireMessages(hasStartup: true);
        var buffer = new byte[1 << 16];
        while (await _client.ReceiveAsync(buffer) is var read and > 0)
        {
            messages.Add(buffer.AsSpan(0, read));
            var (before, isCommit) = messages.TakeBeforeCommit();
            await SendAsync(_server, before);
            if (isCommit && !await CommitAsync(messages.TakeCommit()))
            {
                return;
            }
        }
    }

    /// <returns>False where the connection is to end.</returns>
    async Task<bool> CommitAsync(byte[] commit)
    {
        var number = _proxy.NextCommit();
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _sent = sent.Task;
        try
        {
            var passage = await _proxy.AtCommit(number, CommitStage.Seen);
            if (passage == Passage.Late)
            {
                _client.Close(0);
                await Task.Delay(_proxy.Lateness);
                await SendAsync(_server, commit);
                // The server is to read it before it notices that nobody is there.
                var answer = new byte[1024];
                await _server.ReceiveAsync(answer);
                return false;
            }

            _committing = number;
            if (!await PassAsync(_server, commit, passage))
            {
                return false;
            }

            return await PassAsync(_server, [], await _proxy.AtCommit(number, CommitStage.Sent));
        }
        finally
        {
            sent.SetResult();
        }
    }

    async Task BackAsync()
    {
        var buffer = new byte[1 << 16];
        var messages = new WireMessages(hasStartup: false);
        while (await _server.ReceiveAsync(buffer) is var read and > 0)
        {
            if (_committing == 0)
            {
                await SendAsync(_client, buffer.AsMemory(0, read));
                continue;
            }

            messages.Add(buffer.AsSpan(0, read));
            if (messages.TakeAnswer() is { } answer)
            {
                // Not before it is decided what becomes of the connection once the server has the COMMIT.
                await _sent;
                var passage = await _proxy.AtCommit(_committing, CommitStage.Answered);
                _committing = 0;
                if (!await PassAsync(_client, answer, passage))
                {
                    return;
                }
            }
        }
    }

    /// <returns>False where the connection was dropped.</returns>
    async Task<bool> PassAsync(Socket to, byte[] bytes, Passage passage)
    {
        await SendAsync(to, passage switch
        {
            Passage.Whole => bytes,
            Passage.Half => bytes.AsMemory(0, bytes.Length / 2),
            _ => default(ReadOnlyMemory<byte>),
        });
        if (passage == Passage.Whole)
        {
            return true;
        }

        _client.Close(0);
        return false;
    }

    static async Task SendAsync(Socket to, ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[await to.SendAsync(bytes)..];
        }
    }
}
