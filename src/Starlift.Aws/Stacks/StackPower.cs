using Starlift.Errors;

namespace Starlift.Aws.Stacks;

/// <summary>Pauses and resumes a provisioned cluster. Paused, it costs its storage only.</summary>
public sealed class StackPower
{
    readonly StackApis _apis;
    readonly TimeSpan _poll;

    internal StackPower(StackApis apis, TimeSpan poll)
    {
        _apis = apis;
        _poll = poll;
    }

    /// <summary>Returns when it is paused; at once where it is already.</summary>
    /// <param name="cluster">Its identifier.</param>
    /// <param name="told">Gets each new status.</param>
    /// <param name="cancellationToken">Ends waiting; AWS goes on.</param>
    public Task PauseAsync(string cluster, Action<string> told, CancellationToken cancellationToken) =>
        TurnAsync(cluster, "paused", "pausing", _apis.Redshift.PauseClusterAsync, told, cancellationToken);

    /// <summary>Returns when it is available; at once where it is already.</summary>
    /// <param name="cluster">Its identifier.</param>
    /// <param name="told">Gets each new status.</param>
    /// <param name="cancellationToken">Ends waiting; AWS goes on.</param>
    public Task ResumeAsync(string cluster, Action<string> told, CancellationToken cancellationToken) =>
        TurnAsync(cluster, "available", "resuming", _apis.Redshift.ResumeClusterAsync, told, cancellationToken);

    /// <summary>available, paused …; null where there is no such cluster.</summary>
    public Task<string?> StatusAsync(string cluster, CancellationToken cancellationToken) => _apis.Redshift.ClusterStatusAsync(cluster, cancellationToken);

    async Task TurnAsync(
        string cluster, string wanted, string onTheWay, Func<string, CancellationToken, Task> turn, Action<string> told, CancellationToken cancellationToken)
    {
        var status = await StatusOfAsync(cluster, cancellationToken);
        if (status != wanted && status != onTheWay)
        {
            await turn(cluster, cancellationToken);
        }

        for (string? last = null; ;)
        {
            status = await StatusOfAsync(cluster, cancellationToken);
            if (status != last)
            {
                told(status);
                last = status;
            }

            if (status == wanted)
            {
                return;
            }

            await Task.Delay(_poll, cancellationToken);
        }
    }

    async Task<string> StatusOfAsync(string cluster, CancellationToken cancellationToken) =>
        await StatusAsync(cluster, cancellationToken)
            ?? throw new StarliftException(ExitCode.Usage, new Problem($"there is no cluster {cluster} in {_apis.Region}", Hint: "starlift status shows what there is"));
}
