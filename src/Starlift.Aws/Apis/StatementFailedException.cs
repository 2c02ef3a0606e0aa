namespace Starlift.Aws.Apis;

/// <summary>The Data API has taken a statement, and Redshift has failed it.</summary>
/// <param name="text">Redshift's own words.</param>
public sealed class StatementFailedException(string text) : Exception(text);
