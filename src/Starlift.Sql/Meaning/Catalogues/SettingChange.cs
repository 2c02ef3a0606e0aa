namespace Starlift.Sql.Meaning.Catalogues;

/// <summary>A parameter that a statement gives another value.</summary>
/// <param name="Name">In lower case.</param>
/// <param name="Value">Null for the default.</param>
/// <param name="IsLocal">True where the transaction's end undoes it.</param>
public sealed record SettingChange(string Name, string? Value, bool IsLocal);
