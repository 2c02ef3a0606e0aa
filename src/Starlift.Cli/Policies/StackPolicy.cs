using Starlift.Aws.Iam;
using Starlift.Aws.Stacks;

namespace Starlift.Cli.Policies;

/// <summary>The policies of whoever puts a stack up and down, and of whoever runs a project on it.</summary>
static class StackPolicy
{
    /// <summary>Whatever the account is: the credentials say it.</summary>
    const string AnyAccount = "*";

    /// <summary>For up, status, extend, pause, resume and down.</summary>
    public static IamPolicy Of(StackOptions options) => new([.. CallerActions.ForUp.Select(statement => Of(statement, options))]);

    /// <summary>For a run on a target with a stack: looking the stack up, logging in, manifests.</summary>
    /// <param name="options">Of the stack.</param>
    /// <param name="statesLogin">The target says itself who logs in.</param>
    /// <param name="statesManifests">The target says itself where manifests go.</param>
    public static IEnumerable<IamStatement> ForRun(StackOptions options, bool statesLogin, bool statesManifests)
    {
        yield return new IamStatement("LookUpStack", ["cloudformation:DescribeStacks"], [Filled("arn:${partition}:cloudformation:${region}:${account}:stack/${stack}/*", options)]);
        if (options.IsServerless)
        {
            yield return new IamStatement("FindLogin", ["redshift-serverless:GetNamespace"], [Filled("arn:${partition}:redshift-serverless:${region}:${account}:namespace/*", options)]);
        }

        if (!statesLogin)
        {
            yield return new IamStatement("ReadLogin", ["secretsmanager:GetSecretValue"], [Filled("arn:${partition}:secretsmanager:${region}:${account}:secret:redshift!*", options)]);
        }

        if (!statesManifests)
        {
            yield return new IamStatement("WriteManifests", ["s3:DeleteObject", "s3:PutObject"], [Filled("arn:${partition}:s3:::${stack}-bucket-*/manifests/*", options)]);
        }
    }

    /// <summary>For statements over the Data API on the stack's warehouse.</summary>
    public static IEnumerable<IamStatement> DataApi(StackOptions options) => DataApi(Filled(
        options.IsServerless ? "arn:${partition}:redshift-serverless:${region}:${account}:workgroup/*" : "arn:${partition}:redshift:${region}:${account}:cluster:${stack}", options));

    /// <param name="warehouse">Its ARN; that of a workgroup holds a random id and not its name.</param>
    public static IEnumerable<IamStatement> DataApi(string warehouse) =>
    [
        new IamStatement("SendStatements", ["redshift-data:ExecuteStatement"], [warehouse]),
        // They know no resource.
        new IamStatement("ReadResults", ["redshift-data:CancelStatement", "redshift-data:DescribeStatement", "redshift-data:GetStatementResult"], ["*"]),
    ];

    static IamStatement Of(CallerActions actions, StackOptions options) =>
        new(actions.Sid, actions.Actions, [.. actions.Resources.Select(resource => Filled(resource, options))])
        {
            Condition = actions.Condition is var (key, values) ? ("StringEquals", key, [.. values.Select(value => Filled(value, options))]) : null,
        };

    static string Filled(string resource, StackOptions options) => resource
        .Replace("${partition}", StackParameters.Partition(options.Region), StringComparison.Ordinal)
        .Replace("${region}", options.Region ?? "*", StringComparison.Ordinal)
        .Replace("${account}", AnyAccount, StringComparison.Ordinal)
        .Replace("${stack}", options.Name, StringComparison.Ordinal);
}
