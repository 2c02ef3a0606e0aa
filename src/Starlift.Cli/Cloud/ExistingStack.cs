using Starlift.Aws.Stacks;
using Starlift.Errors;

namespace Starlift.Cli.Cloud;

/// <summary>The stack, for commands that need one.</summary>
static class ExistingStack
{
    /// <exception cref="StarliftException">There is none, or it can't be changed now.</exception>
    public static async Task<StackDescription> OfAsync(CloudContext context, CancellationToken cancel) =>
        await context.Stack.DescribeAsync(cancel) switch
        {
            null or { IsEmpty: true } => throw new ConfigurationException(
                $"there is no stack {context.Stack.Name} in {context.Stack.Region}", hint: "put it up with starlift up"),
            { IsBusy: true } busy => throw new StarliftException(
                ExitCode.Locked, new Problem($"{busy.Name} is being changed by somebody else: {busy.Status}", Hint: "wait until that is done; starlift status tells")),
            { IsUsable: true, Expires: not null } stack => stack,
            { } broken => throw new ConfigurationException($"{broken.Name} can't be used: it is {broken.Status}", hint: "starlift status tells more, starlift down takes it down"),
        };

    /// <summary>Its outputs, which must be those of a provisioned cluster.</summary>
    /// <exception cref="StarliftException">It is serverless, or there is none.</exception>
    public static async Task<StackOutputs> ClusterAsync(CloudContext context, CancellationToken cancel)
    {
        var stack = await OfAsync(context, cancel);
        return StackOutputs.Of(stack, context.Stack.Region) switch
        {
            { IsServerless: false } outputs => outputs,
            null => throw new ConfigurationException($"{stack.Name} tells no endpoint", hint: "starlift up mends it"),
            _ => throw new ConfigurationException(
                $"{stack.Name} is serverless, which can't be paused", hint: "it costs nothing but its storage while no query runs"),
        };
    }
}
