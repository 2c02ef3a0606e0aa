using Starlift.Aws.Apis;
using Starlift.Cli.Settings;
using Starlift.Errors;
using Starlift.Projects;
using Starlift.Redshift;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Cli.Targets;

/// <summary>A target of type redshift that is reached over AWS's Data API.</summary>
static class DataApiTarget
{
    /// <summary>How long AWS keeps a session between two statements: while somebody looks at what a script has shown so far, and no longer than that.</summary>
    static readonly TimeSpan KeepAlive = TimeSpan.FromMinutes(10);

    /// <summary>Of commands that only read: nobody waits between their statements, and a warehouse has 500 sessions.</summary>
    static readonly TimeSpan KeepAliveForReading = TimeSpan.FromMinutes(1);

    public static bool Is(TargetSettings target) => target.Values.GetValueOrDefault("via") == RedshiftTargetType.DataApi;

    /// <summary>To be called by what needs a transaction, before it asks for anything.</summary>
    /// <param name="target">Of the project.</param>
    /// <param name="command">The name of the command.</param>
    /// <exception cref="ConfigurationException">The target knows none.</exception>
    public static void RefuseTransactions(TargetSettings target, string command)
    {
        if (Is(target))
        {
            throw RedshiftDataApiWarehouse.Refusal(command, target.Places["via"]);
        }
    }

    /// <param name="project">Its name tags the statements.</param>
    /// <param name="target">With what its stack tells.</param>
    /// <param name="s3">Whose AWS credentials, in the warehouse's region.</param>
    /// <param name="access">What for.</param>
    /// <param name="tables">What is known of a table from its DDL.</param>
    /// <exception cref="ConfigurationException">The target does not name the warehouse as AWS does, or states a password.</exception>
    public static RedshiftDataApiWarehouse Open(Project project, TargetSettings target, S3Settings s3, WarehouseAccess access, Func<TableName, CreateTable?> tables)
    {
        var options = new AwsApiOptions { Profile = s3.Profile, Region = RedshiftHost.Of(target.Values.GetValueOrDefault("host", "")).Region ?? s3.Region };
        var session = new DataApiSession(options, PlaceOf(target), access == WarehouseAccess.Read ? KeepAliveForReading : KeepAlive);
        return new RedshiftDataApiWarehouse(new DataApiCalls(session), access, RedshiftTarget.QueryGroupOf(project), tables);
    }

    static DataApiPlace PlaceOf(TargetSettings target)
    {
        var values = target.Values;
        if (values.ContainsKey("password"))
        {
            throw new ConfigurationException("the Data API takes no password", target.Places["password"], "name a secret of Secrets Manager, or leave the login to IAM");
        }

        var host = RedshiftHost.Of(values.GetValueOrDefault("host", ""));
        var cluster = values.GetValueOrDefault("cluster") ?? (values.ContainsKey("workgroup") ? null : host.Cluster);
        var warehouse = cluster ?? values.GetValueOrDefault("workgroup") ?? host.Workgroup
            ?? throw new ConfigurationException(
                $"the target '{target.Name}' names no warehouse that AWS knows", target.Place, "add the cluster or the workgroup; the host of an AWS endpoint tells it too");
        return new DataApiPlace(cluster is null, warehouse, values.GetValueOrDefault("database", "dev"), values.GetValueOrDefault("secret"), values.GetValueOrDefault("user"));
    }
}
