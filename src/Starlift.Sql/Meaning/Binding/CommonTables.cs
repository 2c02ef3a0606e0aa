using Starlift.Sql.Meaning.Bound;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>The common tables that a query sees, the innermost first.</summary>
/// <param name="Table">The innermost.</param>
/// <param name="Outer">Those before it.</param>
sealed record CommonTables(CommonTableDefinition Table, CommonTables? Outer)
{
    public static CommonTableDefinition? Find(CommonTables? tables, string name)
    {
        for (; tables is not null; tables = tables.Outer)
        {
            if (tables.Table.Name == name)
            {
                return tables.Table;
            }
        }

        return null;
    }
}
