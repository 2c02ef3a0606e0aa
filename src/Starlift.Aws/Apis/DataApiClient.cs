using System.Diagnostics;
using System.Text.Json.Nodes;
using Starlift.Errors;

namespace Starlift.Aws.Apis;

/// <summary>What Starlift needs of the Amazon Redshift Data API (API reference), as AmazonRedshiftDataAPIServiceClient has it: SQL over HTTPS. Thread-safe.</summary>
sealed class DataApiClient(AwsApi api) : IDisposable
{
    static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>How long AWS may fail to say what has become of a statement, which goes on meanwhile.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>How long a statement that is cancelled may take to end.</summary>
    static readonly TimeSpan PatienceForEnd = TimeSpan.FromSeconds(15);

    /// <summary>Executes one statement in a session of its own, and waits for its end.</summary>
    /// <param name="place">Which warehouse, and who logs in.</param>
    /// <param name="sql">One statement.</param>
    /// <param name="cancellationToken">Cancels the statement.</param>
    /// <exception cref="StarliftException">Redshift refuses it, or can't be asked.</exception>
    public async Task<DataApiResult> ExecuteAsync(DataApiPlace place, string sql, CancellationToken cancellationToken)
    {
        try
        {
            return await EndAsync((await SubmitAsync(place.ToJson(), sql, cancellationToken)).Id, cancellationToken);
        }
        catch (StatementFailedException e)
        {
            throw new StarliftException(ExitCode.RunFailed, new Problem(e.Message.ReplaceLineEndings("\n").Split('\n')[0].TrimEnd('.', ' ')), e);
        }
    }

    /// <summary>Has AWS take one statement.</summary>
    /// <param name="where">The parameters that say on which warehouse, or in which session.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="cancellationToken">Is asked before it is sent. A statement that AWS has taken is cancelled by its number, which only the answer tells.</param>
    /// <returns>The numbers of the statement and of its session; no session where AWS tells none.</returns>
    public async Task<(string Id, string? Session)> SubmitAsync(JsonObject where, string sql, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // The SDK sends a request again that was not answered: by the token AWS knows that it is the same one.
        where["Sql"] = sql;
        where["ClientToken"] = Guid.NewGuid().ToString();
        try
        {
            var taken = await api.JsonAsync("RedshiftData.ExecuteStatement", where, CancellationToken.None);
            return (string?)taken["Id"] is { } id
                ? (id, (string?)taken["SessionId"])
                : throw Unknown(new StarliftException(ExitCode.Access, new Problem("redshift-data gives the statement no number")));
        }
        catch (StarliftException e) when (AwsApiErrors.MayBeTaken(e))
        {
            throw Unknown(e);
        }
    }

    /// <summary>The number of the session in which a statement is executed; null where AWS tells none.</summary>
    public async Task<string?> SessionOfAsync(string id, CancellationToken cancellationToken) =>
        (string?)(await api.JsonAsync("RedshiftData.DescribeStatement", new JsonObject { ["Id"] = id }, cancellationToken))["SessionId"];

    /// <summary>Waits for a statement's end and gets what it yielded.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Cancels the statement. One that had changed something by then is told as it ended.</param>
    /// <exception cref="StatementFailedException">Redshift failed it.</exception>
    public async Task<DataApiResult> EndAsync(string id, CancellationToken cancellationToken)
    {
        JsonNode ended;
        try
        {
            ended = await WaitAsync(id, Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            ended = await CancelAsync(id);
            if ((string?)ended["Status"] != "FINISHED" || HasRows(ended))
            {
                throw;
            }
        }

        return (string?)ended["Status"] != "FINISHED" ? throw new StatementFailedException((string?)ended["Error"] is { Length: > 0 } error ? error : "the statement was stopped")
            : HasRows(ended) ? await ResultAsync(id, cancellationToken)
            : new DataApiResult(null, [], (long?)ended["ResultRows"] ?? -1);
    }

    public void Dispose() => api.Dispose();

    static bool HasRows(JsonNode state) => (bool?)state["HasResultSet"] ?? false;

    static StarliftException Unknown(StarliftException inner) => new(
        inner.ExitCode,
        new Problem($"{inner.Problems[0].What}, and what became of the statement is not known", Hint: "it may have taken effect, or be at work still: look before you do it again"),
        inner);

    /// <param name="id">The statement's number.</param>
    /// <param name="longest">How long to wait.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What AWS says of it when it has ended, or when the time is over.</returns>
    async Task<JsonNode> WaitAsync(string id, TimeSpan longest, CancellationToken cancellationToken)
    {
        var (begun, answered) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp());
        for (var pause = FirstPause; ; pause = pause < LongestPause ? pause * 1.5 : LongestPause)
        {
            try
            {
                var state = await api.JsonAsync("RedshiftData.DescribeStatement", new JsonObject { ["Id"] = id }, cancellationToken);
                answered = Stopwatch.GetTimestamp();
                if ((string?)state["Status"] is "FINISHED" or "FAILED" or "ABORTED" || (longest != Timeout.InfiniteTimeSpan && Stopwatch.GetElapsedTime(begun) > longest))
                {
                    return state;
                }
            }
            catch (StarliftException e)
            {
                if (!AwsApiErrors.IsTransient(e) || Stopwatch.GetElapsedTime(answered) > Patience)
                {
                    throw Unknown(e);
                }
            }

            await Task.Delay(pause, cancellationToken);
        }
    }

    /// <returns>How it ended: it may have been done before it could be cancelled.</returns>
    async Task<JsonNode> CancelAsync(string id)
    {
        try
        {
            await api.JsonAsync("RedshiftData.CancelStatement", new JsonObject { ["Id"] = id }, CancellationToken.None);
        }
        catch (StarliftException)
        {
            // AWS refuses to cancel what has ended, and what has not begun: what it says of it next tells.
        }

        var state = await WaitAsync(id, PatienceForEnd, CancellationToken.None);
        return (string?)state["Status"] is "FINISHED" or "FAILED" or "ABORTED" ? state : throw new StarliftException(
            ExitCode.Interrupted, new Problem("interrupted, and AWS has not stopped the statement", Hint: "it may take effect yet: look before you do it again"));
    }

    async Task<DataApiResult> ResultAsync(string id, CancellationToken cancellationToken)
    {
        var rows = new List<object?[]>();
        IReadOnlyList<(string Name, string Type)>? columns = null;
        string? next = null;
        do
        {
            var body = new JsonObject { ["Id"] = id };
            if (next is not null)
            {
                body["NextToken"] = next;
            }

            var page = await api.JsonAsync("RedshiftData.GetStatementResult", body, cancellationToken);
            columns ??= DataApiRows.ColumnsOf(page);
            rows.AddRange(DataApiRows.RowsOf(page));
            next = (string?)page["NextToken"] is { Length: > 0 } token ? token : null;
        }
        while (next is not null);
        return new DataApiResult(columns, rows, rows.Count);
    }
}
