using System.Buffers.Binary;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Starlift.RedshiftStandIn;

/// <summary>One connection: TLS, login by MD5, and the extended and simple query protocols with results as text.</summary>
sealed class StandInConnection(StandIn server, TcpClient client, int process, X509Certificate2 certificate) : IAsyncDisposable
{
    const int SslRequest = 80877103;
    const int CancelRequest = 80877102;
    const int Version3 = 196608;

    Stream _stream = client.GetStream();
    StandInSession? _session;
    CancellationTokenSource? _running;

    public void Cancel() => _running?.Cancel();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!await GreetAsync(cancellationToken))
        {
            return;
        }

        _session = await StandInSession.OpenAsync(server, process);
        await ReadyAsync(cancellationToken);
        string sql = "";
        StandInAnswer? answer = null;
        var skipping = false;
        while (true)
        {
            var (type, body) = await ReadAsync(cancellationToken);
            if (type == 'X')
            {
                return;
            }

            if (type == 'S')
            {
                skipping = false;
                await ReadyAsync(cancellationToken);
                continue;
            }

            if (skipping)
            {
                continue;
            }

            try
            {
                switch (type)
                {
                    case 'Q':
                        var at = 0;
                        answer = await ExecuteAsync(WireMessage.TextAt(body, ref at), cancellationToken);
                        await DescribeAsync(answer, cancellationToken);
                        await SendAsync(answer, cancellationToken);
                        await ReadyAsync(cancellationToken);
                        break;
                    case 'P':
                        var index = 0;
                        WireMessage.TextAt(body, ref index);
                        sql = WireMessage.TextAt(body, ref index);
                        answer = null;
                        await new WireMessage('1').SendAsync(_stream, cancellationToken);
                        break;
                    case 'B':
                        await new WireMessage('2').SendAsync(_stream, cancellationToken);
                        break;
                    case 'D':
                        answer = await ExecuteAsync(sql, cancellationToken);
                        await DescribeAsync(answer, cancellationToken);
                        break;
                    case 'E':
                        answer ??= await ExecuteAsync(sql, cancellationToken);
                        await SendAsync(answer, cancellationToken);
                        break;
                    case 'C':
                        await new WireMessage('3').SendAsync(_stream, cancellationToken);
                        break;
                    default:
                        break;
                }
            }
            catch (StandInError e)
            {
                await ErrorAsync(e, cancellationToken);
                skipping = type != 'Q';
                if (!skipping)
                {
                    await ReadyAsync(cancellationToken);
                }
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_session is not null)
        {
            await _session.DisposeAsync();
        }

        await _stream.DisposeAsync();
    }

    async Task<StandInAnswer> ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        server.Statements.Enqueue(sql);
        if (server.DropBefore?.Invoke(sql) == true)
        {
            server.DropBefore = null;
            throw new DroppedException();
        }

        using var running = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _running = running;
        try
        {
            var answer = await _session!.RunAsync(sql, running.Token);
            server.BeforeAnswer?.Invoke(sql);
            if (server.DropAfter?.Invoke(sql) == true)
            {
                server.DropAfter = null;
                throw new DroppedException();
            }

            return answer;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StandInError("57014", "Query cancelled on user's request");
        }
        finally
        {
            _running = null;
        }
    }

    /// <summary>False where the connection only came to cancel another one's statement, or was turned away.</summary>
    async Task<bool> GreetAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var body = await ReadBodyAsync(cancellationToken);
            switch (BinaryPrimitives.ReadInt32BigEndian(body))
            {
                case SslRequest:
                    await _stream.WriteAsync("S"u8.ToArray(), cancellationToken);
                    var secure = new SslStream(_stream, leaveInnerStreamOpen: false);
                    try
                    {
                        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, cancellationToken);
                    }
                    catch (System.Security.Authentication.AuthenticationException)
                    {
                        return false;
                    }

                    _stream = secure;
                    break;
                case CancelRequest:
                    server.Cancel(BinaryPrimitives.ReadInt32BigEndian(body.AsSpan(4)));
                    return false;
                case Version3:
                    return await LogInAsync(ParametersOf(body), cancellationToken);
                default:
                    await _stream.WriteAsync("N"u8.ToArray(), cancellationToken);
                    break;
            }
        }
    }

    async Task<bool> LogInAsync(Dictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        try
        {
            if (_stream is not SslStream)
            {
                throw new StandInError("28000", "SSL is required", fatal: true);
            }

            var salt = RandomNumberGenerator.GetBytes(4);
            await new WireMessage('R').Int32(5).Bytes(salt).SendAsync(_stream, cancellationToken);
            var (_, body) = await ReadAsync(cancellationToken);
            var at = 0;
            var (user, database) = (parameters.GetValueOrDefault("user", ""), parameters.GetValueOrDefault("database", ""));
            if (user != server.Options.User || WireMessage.TextAt(body, ref at) != Digest(user, server.Options.Password, salt))
            {
                throw new StandInError("28000", $"password authentication failed for user \"{user}\"", fatal: true);
            }

            if (database != server.Options.Database)
            {
                throw new StandInError("3D000", $"database \"{database}\" does not exist", fatal: true);
            }
        }
        catch (StandInError e)
        {
            await ErrorAsync(e, cancellationToken);
            return false;
        }

        await new WireMessage('R').Int32(0).SendAsync(_stream, cancellationToken);
        foreach (var (name, value) in new[] { ("server_version", "8.0.2"), ("client_encoding", "UTF8"), ("DateStyle", "ISO, MDY"), ("integer_datetimes", "on") })
        {
            await new WireMessage('S').Text(name).Text(value).SendAsync(_stream, cancellationToken);
        }

        await new WireMessage('K').Int32(process).Int32(process * 7).SendAsync(_stream, cancellationToken);
        return true;
    }

#pragma warning disable CA5351 // The protocol's own.
    static string Digest(string user, string password, byte[] salt)
    {
        var inner = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(password + user)));
        return $"md5{Convert.ToHexStringLower(MD5.HashData([.. Encoding.UTF8.GetBytes(inner), .. salt]))}";
    }
#pragma warning restore CA5351

    static Dictionary<string, string> ParametersOf(byte[] body)
    {
        var parameters = new Dictionary<string, string>();
        var at = 4;
        while (body[at] != 0)
        {
            var name = WireMessage.TextAt(body, ref at);
            parameters[name] = WireMessage.TextAt(body, ref at);
        }

        return parameters;
    }

    async Task<(char Type, byte[] Body)> ReadAsync(CancellationToken cancellationToken)
    {
        var type = new byte[1];
        await _stream.ReadExactlyAsync(type, cancellationToken);
        return ((char)type[0], await ReadBodyAsync(cancellationToken));
    }

    async Task<byte[]> ReadBodyAsync(CancellationToken cancellationToken)
    {
        var length = new byte[4];
        await _stream.ReadExactlyAsync(length, cancellationToken);
        var body = new byte[BinaryPrimitives.ReadInt32BigEndian(length) - 4];
        await _stream.ReadExactlyAsync(body, cancellationToken);
        return body;
    }

    async Task ReadyAsync(CancellationToken cancellationToken)
    {
        await new WireMessage('Z').Char(_session!.Status).SendAsync(_stream, cancellationToken);
        await _stream.FlushAsync(cancellationToken);
    }

    async Task ErrorAsync(StandInError error, CancellationToken cancellationToken)
    {
        var message = new WireMessage('E')
            .Char('S').Text(error.Fatal ? "FATAL" : "ERROR").Char('C').Text(error.SqlState).Char('M').Text(error.Message);
        if (error.Detail is { } detail)
        {
            message.Char('D').Text(detail);
        }

        if (error.Position > 0)
        {
            message.Char('P').Text(error.Position.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        await message.Char('\0').SendAsync(_stream, cancellationToken);
        await _stream.FlushAsync(cancellationToken);
    }

    async Task DescribeAsync(StandInAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Columns is null)
        {
            await new WireMessage('n').SendAsync(_stream, cancellationToken);
            return;
        }

        var message = new WireMessage('T').Int16(answer.Columns.Count);
        for (var i = 0; i < answer.Columns.Count; i++)
        {
            var column = i;
            var sample = answer.Rows.Select(row => row[column]).FirstOrDefault(value => value is not null);
            message.Text(answer.Columns[i]).Int32(0).Int16(0).Int32(StandInText.TypeOf(sample)).Int16(-1).Int32(-1).Int16(0);
        }

        await message.SendAsync(_stream, cancellationToken);
    }

    async Task SendAsync(StandInAnswer answer, CancellationToken cancellationToken)
    {
        foreach (var row in answer.Rows)
        {
            var message = new WireMessage('D').Int16(row.Length);
            foreach (var value in row)
            {
                if (value is null)
                {
                    message.Int32(-1);
                }
                else
                {
                    var bytes = Encoding.UTF8.GetBytes(StandInText.Of(value));
                    message.Int32(bytes.Length).Bytes(bytes);
                }
            }

            await message.SendAsync(_stream, cancellationToken);
        }

        foreach (var notice in answer.Notices)
        {
            await new WireMessage('N').Char('S').Text("INFO").Char('C').Text("00000").Char('M').Text(notice).Char('\0').SendAsync(_stream, cancellationToken);
        }

        await new WireMessage('C').Text(answer.Tag).SendAsync(_stream, cancellationToken);
    }
}
