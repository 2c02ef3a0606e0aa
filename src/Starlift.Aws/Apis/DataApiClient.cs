using System.Text.Json.Nodes;
using Starlift.Errors;

namespace Starlift.Aws.Apis;

/// <summary>What Starlift needs of the Amazon Redshift Data API (API reference), as AmazonRedshiftDataAPIServiceClient has it: SQL over HTTPS, each statement in a session of its own. Thread-safe.</summary>
sealed class DataApiClient(AwsApi api) : IDisposable
{
    static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>Executes one statement and waits for its end.</summary>
    /// <param name="place">Which warehouse, and who logs in.</param>
    /// <param name="sql">One statement.</param>
    /// <param name="cancellationToken">Cancels the statement.</param>
    /// <exception cref="StarliftException">Redshift refuses it, or can't be asked.</exception>
    public async Task<DataApiResult> ExecuteAsync(DataApiPlace place, string sql, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["Sql"] = sql, ["Database"] = place.Database, [place.IsServerless ? "WorkgroupName" : "ClusterIdentifier"] = place.Warehouse };
        if (place.SecretArn is { } secret)
        {
            body["SecretArn"] = secret;
        }

        var id = (string)(await api.JsonAsync("RedshiftData.ExecuteStatement", body, cancellationToken))["Id"]!;
        try
        {
            var ended = await EndAsync(id, cancellationToken);
            return (bool?)ended["HasResultSet"] ?? false ? await ResultAsync(id, cancellationToken) : new DataApiResult(null, [], (long?)ended["ResultRows"] ?? 0);
        }
        catch (OperationCanceledException)
        {
            await api.JsonAsync("RedshiftData.CancelStatement", new JsonObject { ["Id"] = id }, CancellationToken.None);
            throw;
        }
    }

    public void Dispose() => api.Dispose();

    async Task<JsonNode> EndAsync(string id, CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; ; pause = pause < LongestPause ? pause * 1.5 : LongestPause)
        {
            var state = await api.JsonAsync("RedshiftData.DescribeStatement", new JsonObject { ["Id"] = id }, cancellationToken);
            switch ((string?)state["Status"])
            {
                case "FINISHED":
                    return state;
                case "FAILED" or "ABORTED":
                    throw new StarliftException(ExitCode.RunFailed, new Problem(((string?)state["Error"] ?? "the statement was ended").ReplaceLineEndings("\n").Split('\n')[0].TrimEnd('.', ' ')));
                default:
                    await Task.Delay(pause, cancellationToken);
                    break;
            }
        }
    }

    async Task<DataApiResult> ResultAsync(string id, CancellationToken cancellationToken)
    {
        var rows = new List<IReadOnlyList<string?>>();
        IReadOnlyList<(string Name, string Type)> columns = [];
        string? next = null;
        do
        {
            var body = new JsonObject { ["Id"] = id };
            if (next is not null)
            {
                body["NextToken"] = next;
            }

            var page = await api.JsonAsync("RedshiftData.GetStatementResult", body, cancellationToken);
            columns = [.. page["ColumnMetadata"]!.AsArray().Select(column => ((string)column!["name"]!, (string?)column["typeName"] ?? "varchar"))];
            rows.AddRange(page["Records"]!.AsArray().Select(record => (IReadOnlyList<string?>)[.. record!.AsArray().Select(field => TextOf(field!.AsObject()))]));
            next = (string?)page["NextToken"] is { Length: > 0 } token ? token : null;
        }
        while (next is not null);
        return new DataApiResult(columns, rows, rows.Count);
    }

    /// <summary>Null for NULL; numbers as JSON wrote them.</summary>
    static string? TextOf(JsonObject field) => (bool?)field["isNull"] == true ? null
        : field.FirstOrDefault(pair => pair.Key != "isNull").Value is { } value ? value.ToString() : null;
}
