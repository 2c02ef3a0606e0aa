using System.Globalization;
using Starlift.Aws.Apis;
using Starlift.Errors;

namespace Starlift.Aws.Stacks;

/// <summary>What a target with 'stack' needs to know of the warehouse that Starlift put up.</summary>
/// <param name="IsServerless">A workgroup; else a provisioned cluster.</param>
/// <param name="Warehouse">The name of the workgroup and its namespace, or of the cluster.</param>
/// <param name="Host">The endpoint.</param>
/// <param name="Port">The endpoint's.</param>
/// <param name="Database">The database.</param>
/// <param name="RoleArn">What COPY reads the data buckets with.</param>
/// <param name="SecretArn">Where Redshift keeps the admin's password; null where AWS does not tell.</param>
/// <param name="Bucket">For manifests, below manifests/, and exports, below exports/.</param>
/// <param name="Region">Where it is.</param>
/// <param name="Expires">When it deletes itself.</param>
public sealed record StackOutputs(
    bool IsServerless,
    string Warehouse,
    string Host,
    int Port,
    string Database,
    string RoleArn,
    string? SecretArn,
    string Bucket,
    string Region,
    DateTimeOffset Expires)
{
    /// <param name="options">Who asks, and where.</param>
    /// <param name="stack">As the target names it, without the prefix.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="StarliftException">There is no such stack, or it can't be used.</exception>
    public static async Task<StackOutputs> ReadAsync(AwsApiOptions options, string stack, CancellationToken cancellationToken)
    {
        using var apis = await StackApis.OpenAsync(options, cancellationToken);
        var name = StackOptions.NameOf(stack);
        var description = await apis.CloudFormation.DescribeStackAsync(name, cancellationToken);
        if (description is null or { IsEmpty: true })
        {
            throw new StarliftException(ExitCode.Usage, new Problem($"there is no stack {name} in {apis.Region}", Hint: "put it up with starlift up"));
        }

        if (Of(description, apis.Region) is not { } outputs)
        {
            throw new StarliftException(
                ExitCode.Usage, new Problem($"the stack {name} can't be used: it is {description.Status}", Hint: "starlift status tells more"));
        }

        return outputs.IsServerless
            ? outputs with { SecretArn = await apis.RedshiftServerless.AdminSecretAsync(outputs.Warehouse, cancellationToken) }
            : outputs;
    }

    /// <summary>Null where the stack can't be used (yet); without the secret of a serverless warehouse, which takes another question.</summary>
    public static StackOutputs? Of(StackDescription stack, string region)
    {
        string? Output(string key) => stack.Outputs.GetValueOrDefault(key);
        return Output("Host") is { Length: > 0 } host && Output("Warehouse") is { } warehouse && stack.Expires is { } expires
            ? new StackOutputs(
                Output("Kind") != "provisioned",
                warehouse,
                host,
                int.TryParse(Output("Port"), CultureInfo.InvariantCulture, out var port) ? port : 5439,
                Output("Database") ?? "dev",
                Output("RoleArn") ?? "",
                Output("SecretArn"),
                Output("Bucket") ?? "",
                region,
                expires)
            : null;
    }
}
