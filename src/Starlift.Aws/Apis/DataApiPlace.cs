using System.Text.Json.Nodes;

namespace Starlift.Aws.Apis;

/// <summary>A warehouse as the Data API names it, and who logs in.</summary>
/// <param name="IsServerless">A workgroup; else a cluster.</param>
/// <param name="Warehouse">The name of the workgroup, or the cluster's identifier.</param>
/// <param name="Database">The database.</param>
/// <param name="SecretArn">ARN or name of where the login is kept; null for temporary credentials.</param>
/// <param name="User">Of the database, to get temporary credentials of a cluster for; null for the one that IAM maps the caller to.</param>
public sealed record DataApiPlace(bool IsServerless, string Warehouse, string Database, string? SecretArn, string? User = null)
{
    /// <summary>As parameters of ExecuteStatement.</summary>
    internal JsonObject ToJson()
    {
        var json = new JsonObject { [nameof(Database)] = Database, [IsServerless ? "WorkgroupName" : "ClusterIdentifier"] = Warehouse };
        if (SecretArn is not null)
        {
            json[nameof(SecretArn)] = SecretArn;
        }
        else if (User is not null && !IsServerless)
        {
            json["DbUser"] = User;
        }

        return json;
    }
}
