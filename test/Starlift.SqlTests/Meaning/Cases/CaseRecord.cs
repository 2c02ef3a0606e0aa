namespace Starlift.SqlTests.Meaning.Cases;

/// <summary>One record of a group of cases.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Sql">One statement, without its semicolon.</param>
/// <param name="Error">What its error has to match; null where it has to succeed.</param>
/// <param name="Letters">A letter a column; null of what is no query.</param>
/// <param name="Names">The names of the result's columns; null where they aren't stated.</param>
/// <param name="Types">The types of the result's columns; null where they aren't stated.</param>
sealed record CaseRecord(string Place, string Sql, string? Error, string? Letters, string[]? Names, string[]? Types);
