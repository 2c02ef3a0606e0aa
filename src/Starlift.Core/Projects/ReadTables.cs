using Starlift.Sql;
using Starlift.Sql.Analysis;

namespace Starlift.Projects;

/// <summary>Finds the tables that a SELECT reads. A name without a schema and one in the schema public mean the same table.</summary>
static class ReadTables
{
    /// <param name="select">The statement.</param>
    /// <param name="tables">The tables to look for; they are called as they are there.</param>
    public static IReadOnlySet<TableName> In(OtherStatement select, IReadOnlySet<TableName> tables) =>
        TableReads.Of(select.Tree).Select(name => TableName.Of(name).In(tables)).OfType<TableName>().ToHashSet();
}
