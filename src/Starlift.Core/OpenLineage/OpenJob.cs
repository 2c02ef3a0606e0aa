using System.Text.Json.Nodes;
using Starlift.Lineage;
using Starlift.Planning;

namespace Starlift.OpenLineage;

/// <summary>A load or a model of a run on its way. Its events can be made on any thread, also when it is over.</summary>
sealed class OpenJob
{
    readonly LineageEvents _events;
    readonly JobRun _run;
    readonly LoadPlan? _load;
    readonly Lazy<ModelLineage>? _model;

    public OpenJob(LineageEvents events, JobRun run, LoadPlan load) => (_events, _run, _load) = (events, run, load);

    public OpenJob(LineageEvents events, JobRun run, Lazy<ModelLineage> model) => (_events, _run, _model) = (events, run, model);

    /// <summary>UTC; null while it goes on.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>Rows that it has written; null while it goes on.</summary>
    public long? Rows { get; set; }

    public JsonObject Started(DateTime at) => Event("START", at, error: null, rows: null);

    public JsonObject Ended(JobState state, DateTime at) => Event(state.Word, at, state.Error, state == JobState.Complete ? Rows : null);

    JsonObject Event(string word, DateTime at, string? error, long? rows) => _load is { } load
        ? _events.Event(_run, word, at, error, _events.InputsOf(load), _events.OutputsOf(load.Load, rows))
        : _events.Event(_run, word, at, error, _events.InputsOf(_model!.Value), _events.OutputsOf(_model.Value, rows));
}
