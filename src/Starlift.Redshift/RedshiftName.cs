using Starlift.Sql;

namespace Starlift.Redshift;

/// <summary>Names of tables, quoted.</summary>
static class RedshiftName
{
    public static string Of(TableName table) =>
        table.Schema is null ? RedshiftLiteral.Name(table.Name) : $"{RedshiftLiteral.Name(table.Schema)}.{RedshiftLiteral.Name(table.Name)}";
}
