using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.ServedRedshift;

/// <summary>
/// The Redshift Data API over a served cluster, as far as AWS documents it: parameters of an action in, its answer out. Statements are executed beside
/// whoever asks. A test says what is to go wrong. Thread-safe.
/// </summary>
public sealed class ScriptedDataApi(ServedCluster server) : IAsyncDisposable
{
    const int MostBytes = 100 * 1024;

    /// <summary>How long DescribeStatement waits for an end, so that tests wait for pauses of the client only where they want to.</summary>
    static readonly TimeSpan Briefly = TimeSpan.FromMilliseconds(50);

    readonly ConcurrentDictionary<string, DataApiStatement> _statements = new();
    readonly ConcurrentDictionary<string, string> _tokens = new();
    readonly ConcurrentDictionary<string, DataApiSession> _sessions = new();

    readonly ConcurrentDictionary<string, JsonObject> _places = new();

    /// <summary>Rows of a page of a result.</summary>
    public int PageRows { get; set; } = 1_000;

    /// <summary>The words with which a statement is to fail; null for one that is to be executed.</summary>
    public Func<string, string?> Failure { get; set; } = _ => null;

    /// <summary>Says of a statement that it does not end before it is cancelled.</summary>
    public Func<string, bool> Hold { get; set; } = _ => false;

    /// <summary>Says of a statement that it is done although it was cancelled.</summary>
    public Func<string, bool> OutrunsCancel { get; set; } = _ => false;

    /// <summary>The answer to ExecuteStatement does not tell the session; that to DescribeStatement does.</summary>
    public bool TellsSessionLate { get; set; }

    /// <summary>Is called when a statement comes, before it is looked at.</summary>
    public Action<string>? BeforeTaken { get; set; }

    /// <summary>The code and message with which AWS refuses a statement; null for one that it takes.</summary>
    public Func<string, (string Code, string Message)?> Refusal { get; set; } = _ => null;

    /// <summary>Who logs in.</summary>
    public string User { get; set; } = server.Options.User;

    /// <summary>How often AWS says of a statement that it is under way, before it tells the end.</summary>
    public int AnswersBeforeEnd { get; set; }

    /// <summary>Where each session is: the parameters of its first statement.</summary>
    public IReadOnlyDictionary<string, JsonObject> Places => _places;

    /// <summary>Ends every session, as AWS does with those that nobody has used for a while.</summary>
    public void EndSessions() => _sessions.Clear();

    /// <exception cref="DataApiException">What AWS would answer.</exception>
    public JsonObject Answer(string action, JsonObject parameters) => action switch
    {
        "ExecuteStatement" => Execute(parameters),
        "DescribeStatement" => Of(parameters).Describe(Briefly),
        "GetStatementResult" => Of(parameters).Page((string?)parameters["NextToken"], PageRows),
        "CancelStatement" => new JsonObject { ["Status"] = Of(parameters).Cancel() },
        _ => throw new DataApiException("UnknownOperationException", $"no action {action}"),
    };

    public async ValueTask DisposeAsync()
    {
        foreach (var session in _sessions.Values)
        {
            await session.DisposeAsync();
        }

        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }
    }

    JsonObject Execute(JsonObject parameters)
    {
        if ((string?)parameters["ClientToken"] is { } token && _tokens.TryGetValue(token, out var known))
        {
            return Taken(_statements[known]);
        }

        var sql = (string)parameters["Sql"]!;
        BeforeTaken?.Invoke(sql);
        if (Refusal(sql) is var (code, message))
        {
            throw new DataApiException(code, message);
        }

        if (System.Text.Encoding.UTF8.GetByteCount(sql) > MostBytes)
        {
            throw new DataApiException("ValidationException", "Cannot exceed query size of 100KB.");
        }

        if (CountOf(sql) > 1)
        {
            throw new DataApiException("ValidationException", "Multiple SQL statements are not allowed");
        }

        var isKept = parameters.ContainsKey("SessionKeepAliveSeconds");
        var id = (string?)parameters["SessionId"];
        if (id is not null && (parameters.ContainsKey("Database") || parameters.ContainsKey("WorkgroupName") || parameters.ContainsKey("ClusterIdentifier")))
        {
            throw new DataApiException("ValidationException", "SessionId can't be given with connection parameters");
        }

        if (id is not null && !_sessions.ContainsKey(id))
        {
            throw new DataApiException("ResourceNotFoundException", $"Session {id} does not exist");
        }

        if (id is not null && _statements.Values.Any(other => other.Session == id && !other.HasEnded))
        {
            throw new DataApiException("ValidationException", $"Session {id} is busy");
        }

        if (id is null && parameters["Database"] is null)
        {
            throw new DataApiException("ValidationException", "Database is required");
        }

        var statement = new DataApiStatement(Guid.NewGuid().ToString(), id ?? Guid.NewGuid().ToString(), sql, this);
        _statements[statement.Id] = statement;
        _places.TryAdd(statement.Session, parameters);
        _tokens[(string?)parameters["ClientToken"] ?? statement.Id] = statement.Id;
        statement.Begin(async cancel =>
        {
            if (id is null && (string)parameters["Database"]! is var database && database != server.Options.Database)
            {
                throw new InvalidDataException($"FATAL: database \"{database}\" does not exist");
            }

            var session = id is null ? await DataApiSession.OpenAsync(server, User) : _sessions[id];
            if (id is null && isKept)
            {
                _sessions[statement.Session] = session;
            }

            try
            {
                return await session.RunAsync(sql, cancel);
            }
            finally
            {
                if (id is null && !isKept)
                {
                    await session.DisposeAsync();
                }
            }
        });
        server.Statements.Enqueue(sql);
        return Taken(statement);
    }

    static int CountOf(string sql)
    {
        try
        {
            return SqlScript.Parse("", sql).Count;
        }
        catch (StarliftException)
        {
            // Redshift is to say what is wrong with it.
            return 1;
        }
    }

    JsonObject Taken(DataApiStatement statement) => new() { ["Id"] = statement.Id, ["SessionId"] = TellsSessionLate ? null : statement.Session };

    DataApiStatement Of(JsonObject parameters) => _statements.GetValueOrDefault((string)parameters["Id"]!)
        ?? throw new DataApiException("ResourceNotFoundException", "Query does not exist.");
}
