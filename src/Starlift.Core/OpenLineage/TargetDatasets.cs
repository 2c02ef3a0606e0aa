using Starlift.Sql;

namespace Starlift.OpenLineage;

/// <summary>How the tables of a target are named.</summary>
/// <param name="Namespace">The target: postgres://host:port, redshift://cluster.region:port, duckdb://path.</param>
/// <param name="Database">The first part of the names.</param>
/// <param name="Public">What the schema public is called there.</param>
public sealed record TargetDatasets(string Namespace, string Database, string Public = "public")
{
    public Dataset Of(TableName table) => new(Namespace, $"{Database}.{(table.Schema is null or "public" ? Public : table.Schema)}.{table.Name}");
}
