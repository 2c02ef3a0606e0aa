namespace Starlift.Aws.Apis;

/// <summary>A warehouse as the Data API names it.</summary>
/// <param name="IsServerless">A workgroup; else a cluster.</param>
/// <param name="Warehouse">The name of the workgroup, or the cluster's identifier.</param>
/// <param name="Database">The database.</param>
/// <param name="SecretArn">Where the login is kept; null for the one that IAM maps the caller to.</param>
public sealed record DataApiPlace(bool IsServerless, string Warehouse, string Database, string? SecretArn);
