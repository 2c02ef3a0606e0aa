using Starlift.Sql.Meaning.Types;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>A column of a result.</summary>
/// <param name="Name">As Redshift names it.</param>
public sealed record ResultColumn(string Name, DataType Type);
