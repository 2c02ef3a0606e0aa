using Starlift.Aws.Apis;
using Starlift.Errors;

namespace Starlift.Aws.Stacks;

/// <summary>
/// The stack of one name in one region: put up, changed and deleted through CloudFormation, which holds all state. So every method
/// works from any machine, and what is interrupted here goes on there.
/// </summary>
public sealed class WarehouseStack : IDisposable
{
    const int MostFailures = 20;

    readonly StackApis _apis;
    readonly TimeSpan _poll;
    readonly AwsApiOptions _options;

    WarehouseStack(string name, StackApis apis, AwsApiOptions options, TimeSpan poll)
    {
        Name = name;
        _apis = apis;
        _options = options with { Region = apis.Region };
        _poll = poll;
        Leftovers = new StackLeftovers(name, apis, poll);
        Remains = new StackRemains(name, apis, poll);
        Preflight = new StackPreflight(apis);
        Power = new StackPower(apis, poll);
    }

    /// <summary>CloudFormation's.</summary>
    public string Name { get; }

    public string Region => _apis.Region;

    public StackLeftovers Leftovers { get; }

    public StackRemains Remains { get; }

    public StackPreflight Preflight { get; }

    /// <summary>The template that stacks are made of.</summary>
    public static string Template => EmbeddedFile.Read("redshift.yaml");

    /// <summary>What AWS has counted of a serverless warehouse.</summary>
    /// <exception cref="StarliftException">It can't be asked.</exception>
    public Task<StackReceipt> ReceiptAsync(StackOutputs outputs, CancellationToken cancellationToken) => StackReceipt.ReadAsync(_apis, outputs, cancellationToken);

    /// <summary>Has AWS itself end queries of a workgroup once it has used so many RPU hours.</summary>
    public Task LimitAsync(string workgroup, long rpuHours, CancellationToken cancellationToken) => _apis.RedshiftServerless.LimitAsync(workgroup, rpuHours, cancellationToken);

    public StackPower Power { get; }

    /// <param name="options">Who asks, and where.</param>
    /// <param name="name">CloudFormation's name, <see cref="StackOptions.NameOf"/>; there need be no such stack.</param>
    /// <param name="poll">How long to wait between two questions to AWS.</param>
    /// <param name="cancellationToken">Ends looking for credentials.</param>
    /// <exception cref="StarliftException">There are no credentials, or no region.</exception>
    public static async Task<WarehouseStack> OpenAsync(AwsApiOptions options, string name, TimeSpan poll, CancellationToken cancellationToken) =>
        new(name, await StackApis.OpenAsync(options, cancellationToken), options, poll);

    /// <summary>Who asks.</summary>
    public Task<CallerIdentity> CallerAsync(CancellationToken cancellationToken) => CallerIdentities.GetAsync(_options, cancellationToken);

    /// <summary>Null where there is none, deleted ones included.</summary>
    public Task<StackDescription?> DescribeAsync(CancellationToken cancellationToken) => _apis.CloudFormation.DescribeStackAsync(Name, cancellationToken);

    /// <summary>Has AWS work out what putting the stack up, or changing it, will do. <see cref="ApplyAsync"/> does it, or <see cref="DiscardAsync"/> forgets it.</summary>
    /// <param name="creates">There is no stack yet.</param>
    /// <param name="parameters"><see cref="StackParameters"/>.</param>
    /// <param name="cancellationToken">Ends waiting, after which nothing is left of the plan.</param>
    /// <exception cref="StarliftException">AWS refuses the template or the caller.</exception>
    public async Task<StackPlan> PlanAsync(bool creates, IReadOnlyDictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        var (id, stackId) = await _apis.CloudFormation.CreateChangeSetAsync(
            Name,
            $"starlift-{Guid.NewGuid():N}",
            creates,
            EmbeddedFile.Read("redshift.yaml"),
            parameters,
            StackParameters.TagsOf(Name, parameters),
            cancellationToken);
        var plan = new StackPlan(id, stackId, creates, parameters, []);
        try
        {
            return plan with { Changes = await ChangesAsync(plan, cancellationToken) };
        }
        catch
        {
            await DiscardAsync(plan, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Forgets a plan; a stack that would have been new has nothing but a name, and loses that.</summary>
    public Task DiscardAsync(StackPlan plan, CancellationToken cancellationToken) => plan.Creates
        ? _apis.CloudFormation.DeleteStackAsync(plan.StackId, cancellationToken)
        : _apis.CloudFormation.DeleteChangeSetAsync(plan.ChangeSetId, cancellationToken);

    /// <summary>Does what was planned and waits for its end, good or bad.</summary>
    /// <param name="plan">Not empty, not applied yet.</param>
    /// <param name="told">Gets each event once, in their order.</param>
    /// <param name="cancellationToken">Ends waiting; AWS goes on.</param>
    public async Task<StackDescription> ApplyAsync(StackPlan plan, Action<StackEvent> told, CancellationToken cancellationToken)
    {
        var known = await LastEventAsync(plan.StackId, cancellationToken);
        await _apis.CloudFormation.ExecuteChangeSetAsync(plan.ChangeSetId, cancellationToken);
        return await FollowAsync(plan.StackId, known, told, cancellationToken);
    }

    /// <summary>Moves the time at which the stack deletes itself, and waits for that.</summary>
    public async Task<StackDescription> ExtendAsync(
        StackDescription stack, DateTimeOffset expires, Action<StackEvent> told, CancellationToken cancellationToken)
    {
        var known = await LastEventAsync(stack.Id, cancellationToken);
        await _apis.CloudFormation.UpdateStackAsync(
            stack.Id,
            new Dictionary<string, string> { ["ExpiresAt"] = StackParameters.Time(expires) },
            stack.Parameters.Keys.Where(key => key != "ExpiresAt"),
            cancellationToken);
        return await FollowAsync(stack.Id, known, told, cancellationToken);
    }

    /// <summary>Gives a change up and waits until the stack is as it was.</summary>
    public async Task<StackDescription> CancelUpdateAsync(string stackId, Action<StackEvent> told, CancellationToken cancellationToken)
    {
        var known = await LastEventAsync(stackId, cancellationToken);
        await _apis.CloudFormation.CancelUpdateStackAsync(stackId, cancellationToken);
        return await FollowAsync(stackId, known, told, cancellationToken);
    }

    /// <summary>Deletes the stack and waits for the end, good or bad. A deletion that is going on is waited for.</summary>
    /// <exception cref="StarliftException">Someone else is changing the stack.</exception>
    public async Task<StackDescription> DeleteAsync(StackDescription stack, Action<StackEvent> told, CancellationToken cancellationToken)
    {
        var known = await LastEventAsync(stack.Id, cancellationToken);
        if (stack.Status != "DELETE_IN_PROGRESS")
        {
            await _apis.CloudFormation.DeleteStackAsync(stack.Id, cancellationToken);
        }

        return await FollowAsync(stack.Id, known, told, cancellationToken);
    }

    public void Dispose() => _apis.Dispose();

    async Task<IReadOnlyList<StackChange>> ChangesAsync(StackPlan plan, CancellationToken cancellationToken)
    {
        var state = await _apis.CloudFormation.DescribeChangeSetAsync(plan.ChangeSetId, null, cancellationToken);
        while (state.Status is "CREATE_PENDING" or "CREATE_IN_PROGRESS")
        {
            await Task.Delay(_poll, cancellationToken);
            state = await _apis.CloudFormation.DescribeChangeSetAsync(plan.ChangeSetId, null, cancellationToken);
        }

        if (state.Status == "FAILED")
        {
            // CloudFormation's way to say that there is nothing to do.
            return state.Reason is { } reason && (reason.Contains("didn't contain changes", StringComparison.Ordinal) || reason.Contains("No updates", StringComparison.Ordinal))
                ? []
                : throw new StarliftException(ExitCode.RunFailed, new Problem($"AWS can't plan {Name}: {state.Reason?.TrimEnd('.')}"));
        }

        var changes = state.Changes.ToList();
        while (state.Next is { } next)
        {
            state = await _apis.CloudFormation.DescribeChangeSetAsync(plan.ChangeSetId, next, cancellationToken);
            changes.AddRange(state.Changes);
        }

        return changes;
    }

    async Task<string?> LastEventAsync(string stackId, CancellationToken cancellationToken) =>
        await _apis.CloudFormation.DescribeStackEventsAsync(stackId, null, cancellationToken) is [var last, ..] ? last.Id : null;

    // Waiting takes many minutes: a question that fails meanwhile is asked again.
    async Task<StackDescription> FollowAsync(string stackId, string? known, Action<StackEvent> told, CancellationToken cancellationToken)
    {
        for (var failures = 0; ;)
        {
            try
            {
                var stack = await _apis.CloudFormation.DescribeStackAsync(stackId, cancellationToken)
                    ?? throw new StarliftException(ExitCode.RunFailed, new Problem($"the stack {Name} is not there any more"));
                var events = await _apis.CloudFormation.DescribeStackEventsAsync(stackId, known, cancellationToken);
                known = events.Count > 0 ? events[0].Id : known;
                events.Reverse().ToList().ForEach(told);
                failures = 0;
                if (!stack.IsBusy && !stack.IsEmpty)
                {
                    return stack;
                }
            }
            catch (StarliftException e) when (AwsApiErrors.IsTransient(e) && ++failures < MostFailures)
            {
            }

            await Task.Delay(_poll, cancellationToken);
        }
    }
}
