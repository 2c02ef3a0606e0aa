using System.Text.Json.Nodes;
using Starlift.Errors;

namespace Starlift.Aws.Apis;

/// <summary>
/// A session over the Data API: temporary tables and settings last from statement to statement. AWS ends it when nothing has been sent for a while;
/// no call does. Nothing is asked before the first statement. Not thread-safe.
/// </summary>
/// <param name="options">Who asks, and where.</param>
/// <param name="place">Which warehouse, and who logs in.</param>
/// <param name="keepAlive">How long AWS keeps the session between two statements; 24 hours at most.</param>
public sealed class DataApiSession(AwsApiOptions options, DataApiPlace place, TimeSpan keepAlive) : IDisposable
{
    DataApiClient? _client;

    /// <summary>Its number; null before the first statement, and after AWS has ended it.</summary>
    public string? Id { get; private set; }

    /// <summary>Executes one statement and waits for its end.</summary>
    /// <param name="sql">One statement.</param>
    /// <param name="cancellationToken">Cancels the statement. One that had changed something by then is told as it ended.</param>
    /// <exception cref="StatementFailedException">Redshift failed it.</exception>
    /// <exception cref="StarliftException">It could not be sent, or nobody knows what became of it; the message says which.</exception>
    public async Task<DataApiResult> ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        _client ??= new DataApiClient(await AwsApi.OpenAsync("redshift-data", options, cancellationToken));
        return await _client.EndAsync(await SubmitAsync(_client, sql, cancellationToken), cancellationToken);
    }

    public void Dispose() => _client?.Dispose();

    async Task<string> SubmitAsync(DataApiClient client, string sql, CancellationToken cancellationToken)
    {
        if (Id is null)
        {
            var where = place.ToJson();
            where["SessionKeepAliveSeconds"] = (int)keepAlive.TotalSeconds;
            var (first, session) = await client.SubmitAsync(where, sql, cancellationToken);
            Id = session ?? await client.SessionOfAsync(first, cancellationToken) ?? throw new StarliftException(ExitCode.Access, new Problem("the Data API tells no session, so temporary tables and settings would not last"));
            return first;
        }

        try
        {
            return (await client.SubmitAsync(new JsonObject { ["SessionId"] = Id }, sql, cancellationToken)).Id;
        }
        catch (StarliftException e) when (MeansEndedSession(e))
        {
            Id = null;
            throw new StarliftException(
                ExitCode.Access,
                new Problem($"the session over the Data API has ended: {AwsApiErrors.AnswerOf(e)!.Message.TrimEnd('.', ' ')}", Hint: "temporary tables and settings are gone with it; run again"),
                e);
        }
    }

    static bool MeansEndedSession(StarliftException exception) =>
        AwsApiErrors.AnswerOf(exception) is { ErrorCode: "ValidationException" or "ResourceNotFoundException" } answer
            && answer.Message.Contains("session", StringComparison.OrdinalIgnoreCase);
}
