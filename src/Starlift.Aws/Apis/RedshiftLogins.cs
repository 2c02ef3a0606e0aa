using System.Text.Json;
using System.Text.Json.Nodes;
using Starlift.Errors;
using Starlift.Secrets;

namespace Starlift.Aws.Apis;

/// <summary>Logins for Redshift that AWS gives: temporary ones by IAM, and those kept in Secrets Manager.</summary>
public sealed class RedshiftLogins(AwsApiOptions options)
{
    const int Seconds = 3600;

    /// <summary>For a provisioned cluster (Amazon Redshift API: "GetClusterCredentials", "GetClusterCredentialsWithIAM").</summary>
    /// <param name="cluster">Its identifier.</param>
    /// <param name="user">Who must exist in the database; null for the one that IAM maps the caller to.</param>
    /// <param name="database">To be connected to.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<TemporaryLogin> OfClusterAsync(string cluster, string? user, string database, CancellationToken cancellationToken)
    {
        using var api = await AwsApi.OpenAsync("redshift", options, cancellationToken);
        var answer = await api.QueryAsync(
            "2012-12-01",
            user is null ? "GetClusterCredentialsWithIAM" : "GetClusterCredentials",
            [("ClusterIdentifier", cluster), ("DbUser", user), ("DbName", database), ("DurationSeconds", $"{Seconds}")],
            cancellationToken);
        string ValueOf(string name) => answer.Descendants().First(element => element.Name.LocalName == name).Value;
        return new TemporaryLogin(ValueOf("DbUser"), new Secret(ValueOf("DbPassword")));
    }

    /// <summary>For a serverless workgroup (Amazon Redshift Serverless API: "GetCredentials").</summary>
    public async Task<TemporaryLogin> OfWorkgroupAsync(string workgroup, string database, CancellationToken cancellationToken)
    {
        using var api = await AwsApi.OpenAsync("redshift-serverless", options, cancellationToken);
        var answer = await api.JsonAsync(
            "RedshiftServerless.GetCredentials",
            new JsonObject { ["workgroupName"] = workgroup, ["dbName"] = database, ["durationSeconds"] = Seconds },
            cancellationToken);
        return new TemporaryLogin((string)answer["dbUser"]!, new Secret((string)answer["dbPassword"]!));
    }

    /// <summary>Kept in Secrets Manager with the keys username and password, as Redshift's own secrets are.</summary>
    public async Task<TemporaryLogin> OfSecretAsync(string secret, CancellationToken cancellationToken)
    {
        using var api = await AwsApi.OpenAsync("secretsmanager", options, cancellationToken);
        var answer = await api.JsonAsync("secretsmanager.GetSecretValue", new JsonObject { ["SecretId"] = secret }, cancellationToken);
        try
        {
            var value = JsonNode.Parse((string?)answer["SecretString"] ?? "")!;
            return new TemporaryLogin((string)value["username"]!, new Secret((string)value["password"]!));
        }
        catch (Exception e) when (e is JsonException or ArgumentNullException or InvalidOperationException or NullReferenceException)
        {
            throw new StarliftException(
                ExitCode.Usage, new Problem($"the secret {secret} holds no login", Hint: """it has to be {"username": …, "password": …}"""));
        }
    }
}
