namespace Starlift.Sql.Meaning.Types;

/// <summary>Why a written type is none.</summary>
/// <param name="State">The SQLSTATE.</param>
/// <param name="Message">Redshift's message where that is known.</param>
public readonly record struct TypeFault(string State, string Message);
