namespace Starlift.Redshift;

/// <summary>Redshift failed a statement, and nothing but its words is known of that: no SQLSTATE, no detail.</summary>
/// <param name="text">As Redshift said it.</param>
public sealed class RedshiftRefusedException(string text) : Exception(text);
