namespace Starlift.Aws.Stacks;

/// <summary>
/// What costs money of a stack that CloudFormation can't delete: it repeats a deletion with the role that it remembers, whoever asks. Here
/// it is deleted with the caller's own rights, after which CloudFormation finds it gone.
/// </summary>
public sealed class StackRemains
{
    readonly string _stack;
    readonly StackApis _apis;
    readonly TimeSpan _poll;

    internal StackRemains(string stack, StackApis apis, TimeSpan poll)
    {
        _stack = stack;
        _apis = apis;
        _poll = poll;
    }

    /// <summary>Deletes workgroup, namespace and cluster, those that are there, and waits until they are gone.</summary>
    /// <param name="isServerless">What the stack holds.</param>
    /// <param name="cancellationToken">Ends waiting; AWS goes on.</param>
    /// <returns>What was deleted, "workgroup x".</returns>
    public async Task<IReadOnlyList<string>> DeleteAsync(bool isServerless, CancellationToken cancellationToken)
    {
        var deleted = new List<string>();
        if (!isServerless)
        {
            var cluster = await DeleteAsync(
                async () => await _apis.Redshift.ClusterStatusAsync(_stack, cancellationToken) is not null, () => _apis.Redshift.DeleteClusterAsync(_stack, cancellationToken), cancellationToken);
            return cluster ? [$"cluster {_stack}"] : [];
        }

        var serverless = _apis.RedshiftServerless;
        if (await DeleteAsync(() => serverless.HasWorkgroupAsync(_stack, cancellationToken), () => serverless.DeleteWorkgroupAsync(_stack, cancellationToken), cancellationToken))
        {
            deleted.Add($"workgroup {_stack}");
        }

        if (await DeleteAsync(() => serverless.HasNamespaceAsync(_stack, cancellationToken), () => serverless.DeleteNamespaceAsync(_stack, cancellationToken), cancellationToken))
        {
            deleted.Add($"namespace {_stack}");
        }

        return deleted;
    }

    async Task<bool> DeleteAsync(Func<Task<bool>> exists, Func<Task> delete, CancellationToken cancellationToken)
    {
        if (!await exists())
        {
            return false;
        }

        await delete();
        while (await exists())
        {
            await Task.Delay(_poll, cancellationToken);
        }

        return true;
    }
}
