using Starlift.Errors;
using Starlift.Server.Wire;
using Starlift.Sql;
using Starlift.Sql.Tree;

namespace Starlift.Server.Sessions;

/// <summary>
/// A client's session from its first statement on: PostgreSQL's simple and extended query protocols (PostgreSQL: "Message flow"). One message is
/// answered after the other. A failure of what was sent by the extended protocol is told once, and what follows up to Sync is left out.
/// </summary>
sealed class ServerSession : IAsyncDisposable
{
    readonly MessageReader _reader;
    readonly Backend _backend;
    readonly StatementExecutor _executor;
    readonly RunningStatement _running;
    readonly Dictionary<string, PreparedStatement> _statements = [];
    readonly Dictionary<string, Portal> _portals = [];
    bool _isSkipping;

    /// <param name="reader">Behind the login.</param>
    /// <param name="writer">To the client.</param>
    /// <param name="executor">Executes.</param>
    /// <param name="running">Lets others cancel a statement.</param>
    public ServerSession(MessageReader reader, MessageWriter writer, StatementExecutor executor, RunningStatement running)
    {
        _reader = reader;
        _backend = new Backend(writer);
        _executor = executor;
        _running = running;
    }

    /// <summary>Answers messages until the client says goodbye or leaves.</summary>
    /// <param name="idle">Ends the session when the answer at hand is given.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="ServerError">A fatal one, which is to be told before the connection ends.</exception>
    public async Task RunAsync(CancellationToken idle, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(idle, cancellationToken);
        _backend.ReadyForQuery(_executor.Status);
        await _backend.Writer.SendAsync(cancellationToken);
        while (await _reader.ReadAsync(MessageReader.Longest, waiting.Token) is { Type: not 'X' } message)
        {
            if (_isSkipping && message.Type != 'S')
            {
                continue;
            }

            try
            {
                await AnswerAsync(message, cancellationToken);
            }
            catch (ServerError error) when (!error.IsFatal)
            {
                await FailAsync(message.Type, error, cancellationToken);
            }

            if (_backend.Writer.IsFull || message.Type is 'Q' or 'S' or 'H' or 'F')
            {
                await _backend.Writer.SendAsync(cancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync() => await ClosePortalsAsync();

    async Task AnswerAsync(FrontendMessage message, CancellationToken cancellationToken)
    {
        switch (message.Type)
        {
            case 'Q':
                await QueryAsync(message.Body, cancellationToken);
                break;
            case 'P':
                Parse(message.Body);
                break;
            case 'B':
                await BindAsync(message.Body, cancellationToken);
                break;
            case 'D':
                await DescribeAsync(message.Body, cancellationToken);
                break;
            case 'E':
                await ExecuteAsync(message.Body, cancellationToken);
                break;
            case 'C':
                await CloseAsync(message.Body);
                break;
            case 'S':
                await SyncAsync();
                break;
            case 'H' or 'c' or 'd' or 'f':
                // What follows a COPY that was refused is left out, as the protocol has it.
                break;
            case 'F':
                throw new ServerError(WireStates.NotSupported, "function calls by number are not supported", hint: "write SELECT and the function's name");
            default:
                throw ServerError.OfProtocol($"invalid frontend message type {(int)message.Type}");
        }
    }

    async Task QueryAsync(byte[] body, CancellationToken cancellationToken)
    {
        var text = TextOf(body);
        await ClosePortalsAsync();
        await GuardAsync(text, async cancel =>
        {
            var statements = SqlScript.Parse("", text);
            if (statements.Count == 0)
            {
                _backend.EmptyQuery();
            }

            if (statements.Count > 1 && !statements.Any(statement => statement is OtherStatement { Tree: TransactionStatement }))
            {
                await _executor.BeginTogetherAsync(cancel);
            }

            foreach (var statement in statements)
            {
                await using var portal = new Portal(PreparedStatement.Of(statement), statement, []);
                await StartAsync(portal, cancel);
                if (portal.Columns is { } columns)
                {
                    _backend.RowDescription(columns, _ => false);
                }

                await FetchAsync(portal, 0, cancel);
            }

            await _executor.EndTogetherAsync(isDone: true);
        }, cancellationToken);
        _backend.ReadyForQuery(_executor.Status);
    }

    void Parse(byte[] body)
    {
        var reader = new BodyReader(body);
        var (name, text) = (reader.Text(), reader.Text());
        var types = new int[reader.Count(least: 4)];
        for (var index = 0; index < types.Length; index++)
        {
            types[index] = reader.Int32();
        }

        reader.End();
        if (name.Length > 0 && _statements.ContainsKey(name))
        {
            throw new ServerError(WireStates.DuplicateStatement, $"prepared statement \"{name}\" already exists");
        }

        try
        {
            _statements[name] = PreparedStatement.Of(text, types);
        }
        catch (StarliftException e)
        {
            throw SqlErrors.Of(e, text);
        }

        _backend.ParseComplete();
    }

    async Task BindAsync(byte[] body, CancellationToken cancellationToken)
    {
        if (SourceOf(body) is { IsOpen: true } source)
        {
            // values in binary form can be read by their type only
            await GuardAsync(source.SourceText, cancel => _executor.AskTypesAsync(source, cancel), cancellationToken);
        }

        var (portal, name) = Bound(body);
        if (_portals.Remove(name, out var before))
        {
            await before.DisposeAsync();
        }

        _portals[name] = portal;
        _backend.BindComplete();
    }

    /// <summary>The statement that a Bind names, where it sends values in binary form; else null.</summary>
    PreparedStatement? SourceOf(byte[] body)
    {
        var reader = new BodyReader(body);
        reader.Text();
        var source = reader.Text();
        return _statements.GetValueOrDefault(source) is { } statement && Formats(ref reader).Contains(true) ? statement : null;
    }

    (Portal Portal, string Name) Bound(byte[] body)
    {
        var reader = new BodyReader(body);
        var (name, source) = (reader.Text(), reader.Text());
        if (!_statements.TryGetValue(source, out var statement))
        {
            throw new ServerError(WireStates.UndefinedStatement, $"prepared statement \"{source}\" does not exist");
        }

        if (name.Length > 0 && _portals.ContainsKey(name))
        {
            throw new ServerError("42P03", $"cursor \"{name}\" already exists");
        }

        var formats = Formats(ref reader);
        var values = new byte[]?[reader.Count(least: 4)];
        for (var index = 0; index < values.Length; index++)
        {
            var length = reader.Int32();
            values[index] = length == -1 ? null : reader.Bytes(length).ToArray();
        }

        var results = Formats(ref reader);
        reader.End();
        if (values.Length != statement.ParameterTypes.Count)
        {
            throw ServerError.OfStatement($"bind message supplies {values.Length} parameters, but prepared statement \"{source}\" requires {statement.ParameterTypes.Count}");
        }

        if (formats.Length > 1 && formats.Length != values.Length)
        {
            throw ServerError.OfStatement($"bind message has {formats.Length} parameter formats but {values.Length} parameters");
        }

        try
        {
            return (new Portal(statement, statement.With(values, index => formats.Length == 1 ? formats[0] : index < formats.Length && formats[index]), results), name);
        }
        catch (StarliftException e)
        {
            throw SqlErrors.Of(e, null);
        }
    }

    static bool[] Formats(ref BodyReader reader)
    {
        var formats = new bool[reader.Count(least: 2)];
        for (var index = 0; index < formats.Length; index++)
        {
            formats[index] = reader.Int16() switch
            {
                0 => false,
                1 => true,
                var other => throw ServerError.OfStatement($"unsupported format code: {other}"),
            };
        }

        return formats;
    }

    async Task DescribeAsync(byte[] body, CancellationToken cancellationToken)
    {
        var (kind, name) = Named(body);
        if (kind == 'S')
        {
            var statement = StatementOf(name);
            await GuardAsync(statement.SourceText, cancel => _executor.AskTypesAsync(statement, cancel), cancellationToken);
            _backend.ParameterDescription(statement.ToldTypes);
            await GuardAsync(statement.Text, async cancel => statement.Described ??= statement.Unset() is { } unset && await _executor.DescribeAsync(unset, cancel) is { } columns
                ? WireColumn.Of(columns)
                : null, cancellationToken);
            Tell(statement.Described, _ => false);
            return;
        }

        // It is going to be executed, and then its types are known.
        var portal = PortalOf(name);
        if (!portal.IsExecuted && portal.Statement is OtherStatement { YieldsRows: true })
        {
            await GuardAsync(portal.Source.Text, cancel => StartAsync(portal, cancel), cancellationToken);
        }

        Tell(portal.Columns, portal.IsBinary);
    }

    void Tell(IReadOnlyList<WireColumn>? columns, Func<int, bool> isBinary)
    {
        if (columns is null)
        {
            _backend.NoData();
        }
        else
        {
            _backend.RowDescription(columns, isBinary);
        }
    }

    async Task ExecuteAsync(byte[] body, CancellationToken cancellationToken)
    {
        var (portal, most) = Execution(body);
        if (portal.Statement is null)
        {
            _backend.EmptyQuery();
            return;
        }

        await GuardAsync(portal.Source.Text, async cancel =>
        {
            if (!portal.IsExecuted)
            {
                if (!_reader.EndsWithSync())
                {
                    await _executor.BeginTogetherAsync(cancel);
                }

                await StartAsync(portal, cancel);
            }

            await FetchAsync(portal, most, cancel);
        }, cancellationToken);
    }

    (Portal Portal, int Most) Execution(byte[] body)
    {
        var reader = new BodyReader(body);
        var name = reader.Text();
        var most = reader.Int32();
        reader.End();
        return (PortalOf(name), most);
    }

    /// <summary>Executes it. What other portals have not sent yet is kept, because the warehouse gives one result at a time.</summary>
    async Task StartAsync(Portal portal, CancellationToken cancel)
    {
        foreach (var other in _portals.Values)
        {
            await other.KeepAsync();
        }

        var result = await _executor.ExecuteAsync(portal.Statement!, cancel);
        foreach (var message in result.Messages)
        {
            _backend.Notice("INFO", WireStates.Ok, message);
        }

        if (result.Rows is { } rows)
        {
            portal.Open(rows);
        }
        else
        {
            portal.Finish(result.Count);
        }
    }

    async Task FetchAsync(Portal portal, int most, CancellationToken cancel)
    {
        if (portal.Columns is { } columns)
        {
            using var cancelling = cancel.Register(portal.Cancel);
            var texts = new TextValues(_executor.ExactFloats);
            for (var sent = 0; most <= 0 || sent < most; sent++)
            {
                if (await portal.NextAsync() is not { } row)
                {
                    _backend.CommandComplete(CommandTags.Of(portal.Statement!, null));
                    return;
                }

                _backend.DataRow(row, columns, portal.IsBinary, texts);
                if (_backend.Writer.IsFull)
                {
                    await _backend.Writer.SendAsync(cancel);
                }
            }

            _backend.PortalSuspended();
            return;
        }

        _backend.CommandComplete(CommandTags.Of(portal.Statement!, portal.Count));
    }

    async Task CloseAsync(byte[] body)
    {
        var (kind, name) = Named(body);
        if (kind == 'S')
        {
            _statements.Remove(name);
        }
        else if (_portals.Remove(name, out var portal))
        {
            await portal.DisposeAsync();
        }

        _backend.CloseComplete();
    }

    async Task SyncAsync()
    {
        var isDone = !_isSkipping;
        _isSkipping = false;
        if (_executor.Status == 'I')
        {
            // Portals end with their transaction.
            await ClosePortalsAsync();
        }

        await GuardAsync(null, _ => _executor.EndTogetherAsync(isDone), CancellationToken.None);
        _backend.ReadyForQuery(_executor.Status);
    }

    async Task FailAsync(char type, ServerError error, CancellationToken cancellationToken)
    {
        _executor.Fail();
        _backend.Error(error);
        await ClosePortalsAsync();
        if (type == 'Q')
        {
            await _executor.EndTogetherAsync(isDone: false);
            _backend.ReadyForQuery(_executor.Status);
        }
        else if (type == 'S')
        {
            _backend.ReadyForQuery(_executor.Status);
        }
        else
        {
            _isSkipping = true;
            await _backend.Writer.SendAsync(cancellationToken);
        }
    }

    /// <summary>Does something that others may cancel; what it fails by is told as the protocol does.</summary>
    async Task GuardAsync(string? text, Func<CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        using var running = _running.Begin(_executor.Timeout, cancellationToken);
        try
        {
            await act(running.Token);
        }
        catch (StarliftException e)
        {
            throw SqlErrors.Of(e, text);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ServerError(WireStates.Cancelled, running.IsOver ? "Query cancelled: statement timeout" : "Query cancelled on user's request");
        }
    }

    PreparedStatement StatementOf(string name) =>
        _statements.GetValueOrDefault(name) ?? throw new ServerError(WireStates.UndefinedStatement, $"prepared statement \"{name}\" does not exist");

    Portal PortalOf(string name) => _portals.GetValueOrDefault(name) ?? throw new ServerError(WireStates.UndefinedPortal, $"portal \"{name}\" does not exist");

    async Task ClosePortalsAsync()
    {
        foreach (var portal in _portals.Values)
        {
            await portal.DisposeAsync();
        }

        _portals.Clear();
    }

    static (char Kind, string Name) Named(byte[] body)
    {
        var reader = new BodyReader(body);
        var (kind, name) = (reader.Char(), reader.Text());
        reader.End();
        return kind is 'S' or 'P' ? (kind, name) : throw ServerError.OfProtocol("invalid message format");
    }

    static string TextOf(byte[] body)
    {
        var reader = new BodyReader(body);
        var text = reader.Text();
        reader.End();
        return text;
    }
}
