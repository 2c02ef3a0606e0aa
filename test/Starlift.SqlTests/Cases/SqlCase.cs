namespace Starlift.SqlTests.Cases;

/// <summary>One record of a file of cases.</summary>
/// <param name="Place">File and line, for messages.</param>
/// <param name="Sql">The statement, without its semicolon.</param>
/// <param name="Error">What its error has to match; null where it has to succeed.</param>
sealed record SqlCase(string Place, string Sql, string? Error);
