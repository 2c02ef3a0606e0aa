using Starlift.Aws.Iam;
using Starlift.Aws.Stacks;

namespace Starlift.Cli.Policies;

/// <summary>The policy of whoever puts a stack up and down.</summary>
static class StackPolicy
{
    /// <summary>Whatever the account is: the credentials say it.</summary>
    const string AnyAccount = "*";

    public static IamPolicy Of(StackOptions options) => new([.. CallerActions.ForUp.Select(statement => Of(statement, options))]);

    static IamStatement Of(CallerActions actions, StackOptions options) =>
        new(actions.Sid, actions.Actions, [.. actions.Resources.Select(resource => Filled(resource, options))])
        {
            Condition = actions.RequiredTag ? ("StringEquals", $"aws:ResourceTag/{StackParameters.StackTag}", [options.Name]) : null,
        };

    static string Filled(string resource, StackOptions options) => resource
        .Replace("${partition}", StackParameters.Partition(options.Region), StringComparison.Ordinal)
        .Replace("${region}", options.Region ?? "*", StringComparison.Ordinal)
        .Replace("${account}", AnyAccount, StringComparison.Ordinal)
        .Replace("${stack}", options.Name, StringComparison.Ordinal);
}
