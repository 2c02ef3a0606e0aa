using Starlift.Sql.Meaning.Types;

namespace Starlift.Warehouses;

/// <summary>A column of a result.</summary>
/// <param name="Name">As the warehouse names it; several may have one name.</param>
/// <param name="Type">Redshift's type; of what Redshift has not, the nearest.</param>
public sealed record ResultColumn(string Name, DataType Type);
