using System.Globalization;
using System.Text.Json.Nodes;
using Starlift.Server.Wire;

namespace Starlift.ServedRedshift;

/// <summary>A statement that the Data API has taken.</summary>
sealed class DataApiStatement(string id, string session, string sql, ScriptedDataApi api) : IDisposable
{
    readonly CancellationTokenSource _cancelled = new();
    Task? _work;
    DataApiAnswer? _answer;
    int _describedBefore;

    public string Id => id;

    public string Session => session;

    public bool HasEnded => _work!.IsCompleted;

    public void Begin(Func<CancellationToken, Task<DataApiAnswer>> run) => _work = Task.Run(async () =>
    {
        if (api.Failure(sql) is { } words)
        {
            throw new InvalidDataException(words);
        }

        if (api.Hold(sql))
        {
            var held = Task.Delay(Timeout.InfiniteTimeSpan, _cancelled.Token);
            await held.ContinueWith(_ => { }, TaskScheduler.Default);
        }

        if (!api.OutrunsCancel(sql))
        {
            _cancelled.Token.ThrowIfCancellationRequested();
        }

        _answer = await run(api.OutrunsCancel(sql) ? CancellationToken.None : _cancelled.Token);
    });

    public bool Cancel()
    {
        if (HasEnded)
        {
            throw new DataApiException("ValidationException", "Could not cancel a query that is already in FINISHED state with ID: " + id);
        }

        _cancelled.Cancel();
        return true;
    }

    public void Dispose() => _cancelled.Dispose();

    public JsonObject Describe(TimeSpan patience)
    {
        Task.WaitAny([_work!], patience);
        var state = new JsonObject { [nameof(Id)] = id, ["SessionId"] = session, ["QueryString"] = sql };
        if (!HasEnded || _describedBefore++ < api.AnswersBeforeEnd)
        {
            state["Status"] = _describedBefore == 1 ? "SUBMITTED" : "STARTED";
            return state;
        }

        if (_answer is { } answer)
        {
            state["Status"] = "FINISHED";
            state["HasResultSet"] = answer.Columns is not null;
            state["ResultRows"] = answer.Count;
            return state;
        }

        state["Status"] = _work!.IsCanceled ? "ABORTED" : "FAILED";
        if (_work.Exception?.InnerException is { } failure)
        {
            state["Error"] = failure is ServerError ? $"ERROR: {failure.Message}" : failure.Message;
        }

        return state;
    }

    public JsonObject Page(string? token, int rows)
    {
        var answer = _answer!;
        var from = token is null ? 0 : int.Parse(token, CultureInfo.InvariantCulture);
        var page = new JsonObject
        {
            ["TotalNumRows"] = answer.Rows.Count,
            ["ColumnMetadata"] = new JsonArray([.. answer.Columns!.Select(column => new JsonObject
            {
                ["label"] = column.Name, ["name"] = column.Name, ["typeName"] = DataApiFields.TypeNameOf(column),
            })]),
            ["Records"] = new JsonArray([.. answer.Rows.Skip(from).Take(rows).Select(row => new JsonArray([.. row.Select(DataApiFields.Of)]))]),
        };
        if (from + rows < answer.Rows.Count)
        {
            page["NextToken"] = (from + rows).ToString(CultureInfo.InvariantCulture);
        }

        return page;
    }
}
