using Starlift.Aws.Stacks;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Cli.Cloud;

/// <summary>Puts a stack up, or changes it to what the project says. What was begun is told and, when interrupted, undone.</summary>
sealed class StackUp(CloudContext context)
{
    readonly List<StackEvent> _events = [];

    /// <exception cref="StarliftException">It is refused, fails, or can't be followed.</exception>
    public async Task<UpResult> RunAsync(UpOptions options, CancellationToken cancel)
    {
        var result = await PutUpAsync(options, cancel);
        if (result.Stack is { } stack && options.MaxCost is { } most && StackOutputs.Of(stack, context.Stack.Region) is { IsServerless: true } outputs)
        {
            await LimitAsync(outputs, StackCost.Of(context.Options, context.Stack.Region)!, most, cancel);
        }

        return result;
    }

    /// <summary>The estimate bounds the time; AWS's own limit bounds what queries use meanwhile.</summary>
    async Task LimitAsync(StackOutputs outputs, StackCost cost, decimal most, CancellationToken cancel)
    {
        var hours = CostLimit.RpuHours(cost, most);
        if (hours < 1)
        {
            context.Lines.Say($"AWS limits no less than one RPU hour ({Money.Price(cost.UnitPrice)}), so {Money.Of(most)} is kept by the time alone");
            return;
        }

        try
        {
            await context.Stack.LimitAsync(outputs.Warehouse, hours, cancel);
            context.Lines.Say($"AWS ends queries once {outputs.Warehouse} has used {Quantity.Count(hours, "RPU hour", "RPU hours")} ({Money.Of(hours * cost.UnitPrice)})");
        }
        catch (StarliftException e)
        {
            context.Lines.Say($"AWS keeps no limit of its own: {e.Message}");
        }
    }

    async Task<UpResult> PutUpAsync(UpOptions options, CancellationToken cancel)
    {
        var current = await context.Stack.DescribeAsync(cancel);
        CheckUsable(current);
        var existing = current is { IsUsable: true } ? current : null;
        CheckChange(existing);
        var expires = existing is not null && options.Ttl is null && existing.Expires is { } known ? known : context.Now + (options.Ttl ?? context.Options.Ttl);
        var cost = StackCost.Of(context.Options, context.Stack.Region);
        CostLimit.Check(context.Stack.Name, context.Stack.Region, cost, options.MaxCost, expires - context.Now);
        await LoadRegions.CheckAsync(context.Project, context.Target, context.S3, context.Options.DataBuckets, cancel);
        if (existing is null)
        {
            await context.Stack.Preflight.CheckAsync(context.Options, text => context.Lines.Say($"not looked at: {text}"), cancel);
        }

        if (current is { IsUndone: true })
        {
            context.Lines.Say($"removing what an earlier try left of {current.Name}");
            await context.Stack.DeleteAsync(current, _ => { }, cancel);
        }

        var plan = await PlanAsync(existing, expires, cancel);
        if (plan.Changes.Count == 0)
        {
            await context.Stack.DiscardAsync(plan, CancellationToken.None);
            context.Lines.Say($"{context.Stack.Name} is up as the project says; nothing changes");
            return new UpResult(existing, WasThere: true, ExitCode.Done);
        }

        if (!await AgreedAsync(plan, existing, cost, expires, cancel))
        {
            context.Lines.Say("nothing was done");
            return new UpResult(null, existing is not null, ExitCode.Done);
        }

        var steps = existing is null ? [plan.Parameters] : StackSteps.Of(existing.Parameters, plan.Parameters);
        return steps.Count == 1 ? await ApplyAsync(plan, existing, stepsDone: 0, cancel) : await ApplyAsync(plan, existing!, steps, cancel);
    }

    static void CheckUsable(StackDescription? current)
    {
        if (current is { IsBusy: true })
        {
            throw new StarliftException(
                ExitCode.Locked, new Problem($"{current.Name} is being changed by somebody else: {current.Status}", Hint: "wait until that is done; starlift status tells"));
        }

        if (current is { IsUsable: false, IsUndone: false, IsEmpty: false })
        {
            throw new StarliftException(
                ExitCode.BillableRemains,
                new Problem($"{current.Name} is {current.Status}{(current.Reason is { } reason ? $": {reason.TrimEnd('.')}" : "")}", Hint: "take it down with starlift down, then put it up again"));
        }

        if (current is { IsUsable: true, Expires: null })
        {
            throw new ConfigurationException($"the stack {current.Name} was not made by Starlift", hint: "give the target another stack name");
        }
    }

    void CheckChange(StackDescription? existing)
    {
        if (existing is not null && context.Options.IsServerless && existing.Parameters.GetValueOrDefault("Kind") == "serverless"
            && existing.Parameters.GetValueOrDefault("VpcId") != (context.Options.Vpc ?? ""))
        {
            throw new ConfigurationException(
                $"{existing.Name} can't move to another VPC: AWS does not change that of a workgroup", hint: "take it down with starlift down, then put it up again");
        }
    }

    async Task<StackPlan> PlanAsync(StackDescription? existing, DateTimeOffset expires, CancellationToken cancel)
    {
        var caller = await context.Stack.CallerAsync(cancel);
        var cidr = !context.Options.IsPublic ? "" : context.Options.AdminCidr ?? await CallerAddress.CidrAsync(context.AddressServer, cancel);
        var owner = existing?.Parameters.GetValueOrDefault("Owner") ?? caller.Arn.Split('/', ':')[^1];
        context.Lines.Say($"{(existing is null ? "new" : "changes of")} stack {context.Stack.Name} in {context.Stack.Region}, account {caller.Account}, as {caller.Arn}");
        return await context.Stack.PlanAsync(existing is null, StackParameters.Of(context.Options, cidr, owner, expires), cancel);
    }

    async Task<bool> AgreedAsync(
        StackPlan plan, StackDescription? existing, StackCost? cost, DateTimeOffset expires, CancellationToken cancel)
    {
        var agreed = false;
        try
        {
            var time = expires - context.Now;
            context.Lines.Plan(plan, existing);
            context.Lines.Price(cost, context.Options.IsServerless, context.Stack.Region, time, expires);
            if (existing?.HasDrifted ?? false)
            {
                context.Lines.Say("somebody has changed resources of the stack by hand (drift)");
            }

            agreed = await context.Terminal.ConfirmAsync($"up {(existing is null ? "creates" : "changes")} {context.Stack.Name}", context.Yes, cancel);
        }
        finally
        {
            if (!agreed)
            {
                await context.Stack.DiscardAsync(plan, CancellationToken.None);
            }
        }

        return agreed;
    }

    /// <summary>In several steps, each with a plan of its own in the place of the whole.</summary>
    async Task<UpResult> ApplyAsync(
        StackPlan whole, StackDescription existing, IReadOnlyList<IReadOnlyDictionary<string, string>> steps, CancellationToken cancel)
    {
        await context.Stack.DiscardAsync(whole, CancellationToken.None);
        var result = new UpResult(existing, WasThere: true, ExitCode.Done);
        for (var done = 0; done < steps.Count && result.Stack is not null; done++)
        {
            context.Lines.Say($"step {done + 1} of {steps.Count}: AWS changes a workgroup by one setting at a time");
            result = await ApplyAsync(await context.Stack.PlanAsync(creates: false, steps[done], cancel), existing, done, cancel);
        }

        return result;
    }

    async Task<UpResult> ApplyAsync(StackPlan plan, StackDescription? existing, int stepsDone, CancellationToken cancel)
    {
        StackDescription stack;
        try
        {
            stack = await context.Stack.ApplyAsync(plan, Told, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return new UpResult(null, existing is not null, await UndoAsync(plan, existing));
        }
        catch (StarliftException e) when (e.ExitCode == ExitCode.Access)
        {
            throw new StarliftException(
                ExitCode.BillableRemains,
                [
                    .. e.Problems,
                    new Problem(
                        $"AWS may go on with {context.Stack.Name}", Hint: $"starlift status tells, starlift down takes it down; it deletes itself at {plan.Parameters["ExpiresAt"]} UTC"),
                ],
                e);
        }

        if (stack is { IsUsable: true, Status: not "UPDATE_ROLLBACK_COMPLETE" } && StackOutputs.Of(stack, context.Stack.Region) is null)
        {
            throw new StarliftException(
                ExitCode.BillableRemains,
                new Problem($"{stack.Name} is {stack.Status} and tells no endpoint, so nothing can connect to it", Hint: "take it down with starlift down, then put it up again"));
        }

        return stack is { IsUsable: true, Status: not "UPDATE_ROLLBACK_COMPLETE" }
            ? new UpResult(stack, existing is not null, ExitCode.Done)
            : throw Failure(stack, stepsDone);
    }

    // The token is spent: what follows can be ended by a second Ctrl-C only, and AWS does it then.
    async Task<ExitCode> UndoAsync(StackPlan plan, StackDescription? existing)
    {
        if (existing is not null)
        {
            context.Lines.Say($"interrupted; giving up the changes of {context.Stack.Name}");
            var kept = await context.Stack.DescribeAsync(CancellationToken.None);
            if (kept is { Status: "UPDATE_IN_PROGRESS" })
            {
                kept = await context.Stack.CancelUpdateAsync(kept.Id, context.Lines.Event, CancellationToken.None);
            }

            context.Lines.Say($"{context.Stack.Name} is {kept?.Status}, as it was before");
            return ExitCode.Interrupted;
        }

        context.Lines.Say($"interrupted; taking down what was begun of {context.Stack.Name}; Ctrl-C again leaves that to AWS");
        var down = new StackDown(context);
        var code = await down.DeleteAsync(plan.StackId, CancellationToken.None);
        return code == ExitCode.Done ? ExitCode.Interrupted : code;
    }

    StarliftException Failure(StackDescription stack, int stepsDone)
    {
        var causes = _events.Where(told => told is { IsFailure: true, IsOfStack: false, IsConsequence: false }).ToList();
        var problems = causes.Select(told => new Problem($"{told.LogicalId} ({told.Type}) failed: {told.Reason?.TrimEnd('.') ?? told.Status}")).ToList();
        var isClean = stack.IsUndone || stack.Status == "UPDATE_ROLLBACK_COMPLETE";
        var outcome = stack.IsUndone ? "was rolled back: nothing of it is left"
            : isClean && stepsDone > 0 ? $"was rolled back: it is as it was after step {stepsDone}"
            : isClean ? "was rolled back: it is as it was before"
            : $"is {stack.Status}{(stack.Reason is { } reason ? $": {reason.TrimEnd('.')}" : "")}";
        problems.Add(new Problem($"{stack.Name} {outcome}", Hint: isClean ? "mend the cause, then starlift up again" : "take it down with starlift down"));
        return new StarliftException(isClean ? ExitCode.RunFailed : ExitCode.BillableRemains, problems);
    }

    void Told(StackEvent told)
    {
        _events.Add(told);
        context.Lines.Event(told);
    }
}
