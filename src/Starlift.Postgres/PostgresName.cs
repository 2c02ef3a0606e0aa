using Starlift.Sql;
using Starlift.Sql.Rewriting;

namespace Starlift.Postgres;

/// <summary>Names as PostgreSQL reads them.</summary>
static class PostgresName
{
    /// <summary>The table, its schema included.</summary>
    public static string Of(TableName table) =>
        table.Schema is null ? SqlNames.Quote(table.Name) : $"{SqlNames.Quote(table.Schema)}.{SqlNames.Quote(table.Name)}";
}
