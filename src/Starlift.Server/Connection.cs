using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Starlift.Errors;
using Starlift.Server.Logins;
using Starlift.Server.Sessions;
using Starlift.Server.Wire;
using Starlift.Sessions;
using Starlift.Sql.Meaning.Catalogues;

namespace Starlift.Server;

/// <summary>One connection from its first byte to its last: TLS, the login, the session.</summary>
sealed class Connection(RedshiftServer server, ServerOptions options, TcpClient client, int process, int key, bool isTooMany) : IDisposable
{
    const int SslRequest = 80877103;
    const int GssRequest = 80877104;
    const int CancelRequest = 80877102;
    const int Version3 = 3;

    readonly RunningStatement _running = new();
    readonly CancellationTokenSource _idle = new();
    Stream _stream = client.GetStream();
    MessageWriter? _writer;
    volatile bool _isTerminated;

    /// <summary>Who wants to cancel a statement of this session has to know it.</summary>
    public int Key => key;

    public void Cancel() => _running.Cancel();

    /// <summary>Another session ends this one at once.</summary>
    public void Terminate()
    {
        _isTerminated = true;
        _running.Cancel();
        EndWhenIdle();
    }

    /// <summary>The session ends with the answer at hand.</summary>
    public void EndWhenIdle()
    {
        try
        {
            _idle.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended by itself meanwhile.
        }
    }

    /// <summary>Serves the client until one of both ends it. Throws nothing.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ServeAsync(cancellationToken);
        }
        catch (Exception e) when (EndsTheConnection(e))
        {
            // The client is gone, or the server is to end.
        }
        finally
        {
            await _stream.DisposeAsync();
        }
    }

    public void Dispose()
    {
        client.Dispose();
        _idle.Dispose();
    }

    async Task ServeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await TalkAsync(cancellationToken);
        }
        catch (ServerError fatal)
        {
            await TellAsync(fatal, cancellationToken);
        }
        catch (StarliftException e)
        {
            await TellAsync(new ServerError(WireStates.Internal, e.Problems[0].What, hint: e.Hint, isFatal: true), cancellationToken);
        }
        catch (Exception e) when (!EndsTheConnection(e))
        {
            // A fault of the server's own ends this session and no other.
            await TellAsync(new ServerError(WireStates.Internal, $"the server failed: {e.Message}", isFatal: true), cancellationToken);
        }
    }

    async Task TellAsync(ServerError fatal, CancellationToken cancellationToken)
    {
        var writer = _writer ?? new MessageWriter(_stream);
        new Backend(writer).Error(fatal);
        await writer.SendAsync(cancellationToken);
    }

    async Task TalkAsync(CancellationToken cancellationToken)
    {
        options.Hooks?.Connected?.Invoke();
        using var login = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _idle.Token);
        login.CancelAfter(options.LoginTimeout);
        if (await GreetAsync(login.Token) is not { } startup)
        {
            return;
        }

        _writer = new MessageWriter(_stream);
        var (reader, backend) = (new MessageReader(_stream, options.MessageTimeout), new Backend(_writer));
        if (isTooMany)
        {
            throw new ServerError(WireStates.TooManyConnections, $"connection limit \"{options.MaxConnections}\" exceeded for non-bootstrap users", isFatal: true);
        }

        options.Hooks?.Started?.Invoke(startup);
        await new Login(startup.User, options.Password, options.ByMd5).CheckAsync(reader, backend, login.Token);
        await using var warehouse = await options.OpenAsync(login.Token);
        var runner = new ScriptRunner(warehouse, options.Store, options.Time);
        var own = startup["application_name"] == "starlift" ? new OwnLoads(warehouse, server.OwnLoads, options.Store, process, options.Time) : null;
        using var executor = new StatementExecutor(warehouse, runner, server.Loads, own, server.Locks, server.Reach, options.Hooks?.Statements);
        foreach (var (name, value) in startup.Settings.Concat(
        [
            ("session_authorization", startup.User), (SessionParameters.Database, startup.Database), (SessionParameters.Process, process.ToString(CultureInfo.InvariantCulture)),
        ]))
        {
            await executor.ApplyAsync(name, value, login.Token);
        }

        Greeting.Write(backend, startup, process, key);
        await using var session = new ServerSession(reader, _writer, executor, _running);
        try
        {
            await session.RunAsync(_idle.Token, cancellationToken);
        }
        catch (OperationCanceledException) when (_isTerminated && !cancellationToken.IsCancellationRequested)
        {
            throw new ServerError(WireStates.Terminated, "terminating connection due to administrator command", isFatal: true);
        }
        finally
        {
            await runner.EndAsync();
        }
    }

    /// <summary>The startup message; null where the client came to cancel a statement, or left.</summary>
    async Task<Startup?> GreetAsync(CancellationToken cancellationToken)
    {
        while (await MessageReader.ReadFirstAsync(_stream, cancellationToken) is { } first)
        {
            switch (Code(first.Body))
            {
                case SslRequest when options.Certificate is { } certificate && _stream is not SslStream:
                    await _stream.WriteAsync("S"u8.ToArray(), cancellationToken);
                    var secure = new SslStream(_stream, leaveInnerStreamOpen: false);
                    _stream = secure;
                    await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, cancellationToken);
                    break;
                case SslRequest or GssRequest:
                    await _stream.WriteAsync("N"u8.ToArray(), cancellationToken);
                    break;
                case CancelRequest:
                    CancelOther(first.Body);
                    return null;
                case var version when version >> 16 == Version3:
                    return Startup.Read(first.Body);
                case var version:
                    throw ServerError.OfProtocol($"unsupported frontend protocol {version >> 16}.{version & 0xFFFF}: server supports 3.0");
            }
        }

        return null;
    }

    void CancelOther(byte[] body)
    {
        var reader = new BodyReader(body);
        reader.Int32();
        server.Cancel(reader.Int32(), reader.Int32());
    }

    static bool EndsTheConnection(Exception exception) =>
        exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException or AuthenticationException;

    static int Code(byte[] body) => new BodyReader(body).Int32();
}
