using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.OpenLineage;
using Starlift.Runs;

namespace Starlift.Cli.Running;

/// <summary>
/// Sends a run's lineage as OpenLineage's events where the standard variables of its clients say where to: OPENLINEAGE_URL, with
/// OPENLINEAGE_ENDPOINT, OPENLINEAGE_API_KEY, OPENLINEAGE_NAMESPACE, OPENLINEAGE_DISABLED, and OPENLINEAGE_PARENT_ID of a scheduler.
/// A backend that is down, slow or hostile fails no run and holds none up: a line on stderr tells what was not sent.
/// </summary>
sealed class LineageExport(Surroundings surroundings)
{
    const string DefaultEndpoint = "api/v1/lineage";
    const string DefaultNamespace = "default";

    static readonly TimeSpan PatienceAfterRun = TimeSpan.FromSeconds(5);
    static readonly TimeSpan PatienceAfterInterruption = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs, and tells of it where that is wanted.</summary>
    /// <param name="session">What is run.</param>
    /// <param name="s3">Whose AWS credentials.</param>
    /// <param name="observer">Is told how the run gets on.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancel">Has ended a run that was interrupted.</param>
    public async Task<T> WatchAsync<T>(ProjectSession session, S3Settings s3, IRunObserver observer, Func<IRunObserver, Task<T>> run, CancellationToken cancel)
    {
        if (!IsWanted(out var typed))
        {
            return await run(observer);
        }

        if (AddressOf(typed) is not { } address)
        {
            await WarnAsync("OPENLINEAGE_URL is no http or https address");
            return await run(observer);
        }

        await using var sender = new LineageSender(address, Stated("OPENLINEAGE_API_KEY"), $"starlift/{VersionLine.Version}");
        var lineage = new LineageRun(await ContextAsync(session, s3, cancel), observer, sender.Send, TimeProvider.System);
        Exception? error = null;
        try
        {
            return await run(lineage);
        }
        catch (Exception e)
        {
            error = e;
            throw;
        }
        finally
        {
            lineage.End(error);
            await sender.FinishAsync(cancel.IsCancellationRequested ? PatienceAfterInterruption : PatienceAfterRun);
            if (sender.Trouble is { } trouble)
            {
                await WarnAsync(trouble);
            }
        }
    }

    bool IsWanted(out string typed)
    {
        typed = Stated("OPENLINEAGE_URL") ?? "";
        return typed.Length > 0 && !string.Equals(Stated("OPENLINEAGE_DISABLED"), "true", StringComparison.OrdinalIgnoreCase);
    }

    Uri? AddressOf(string typed) =>
        Uri.TryCreate($"{typed.TrimEnd('/')}/{(Stated("OPENLINEAGE_ENDPOINT") ?? DefaultEndpoint).TrimStart('/')}", UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
            ? address
            : null;

    async Task<LineageContext> ContextAsync(ProjectSession session, S3Settings s3, CancellationToken cancel) => new()
    {
        Project = session.Project,
        Target = await DatasetsOf.TargetAsync(session.Project, session.Target, s3, cancel),
        JobNamespace = Stated("OPENLINEAGE_NAMESPACE") ?? DefaultNamespace,
        Version = VersionLine.Version,
        Parent = ParentRun.Of(Stated("OPENLINEAGE_PARENT_ID")),
        Root = ParentRun.Of(Stated("OPENLINEAGE_ROOT_PARENT_ID")),
    };

    Task WarnAsync(string what) => surroundings.Terminal.Error.WriteLineAsync($"starlift: OpenLineage: {what}");

    string? Stated(string name) => surroundings.Environment(name) is { Length: > 0 } value ? value : null;
}
