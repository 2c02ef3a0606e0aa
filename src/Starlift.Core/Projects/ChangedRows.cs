using Starlift.Sql;
using Starlift.Sql.Analysis;
using Starlift.Sql.Tree;

namespace Starlift.Projects;

/// <summary>
/// A place in a check where it names the rows of a star table that a run has inserted and updated: changed_songplays for songplays.
/// </summary>
/// <param name="Span">The name as it stands there: the table in FROM, or before a column.</param>
/// <param name="Table">The star table.</param>
public sealed record ChangedRows(TextSpan Span, TableName Table)
{
    const string Prefix = "changed_";

    /// <summary>The name that stands for the rows of <paramref name="table"/>.</summary>
    public static TableName NameOf(TableName table) => new(null, Prefix + table.Name);

    /// <summary>In the order of the text.</summary>
    /// <param name="check">The statement.</param>
    /// <param name="names">By name, the star tables that may be meant.</param>
    public static IReadOnlyList<ChangedRows> In(SqlNode check, IReadOnlyDictionary<TableName, TableName> names)
    {
        var tables = TableReads.Of(check).Where(name => IsIn(name.Parts)).Select(name => name.Parts[0]).ToList();
        if (tables.Count == 0)
        {
            return [];
        }

        // an alias of that name means something else, and the columns of tables with aliases are not called after these tables
        var nodes = check.DescendantsAndSelf().ToList();
        var others = nodes.OfType<TableAlias>().Select(alias => alias.Name.Name).Concat(nodes.OfType<CommonTable>().Select(table => table.Name.Name)).ToHashSet();
        var qualifiers = nodes.Select(QualifierOf).OfType<Identifier>().Where(name => IsIn([name]) && !others.Contains(name.Name));
        return
        [
            .. tables.Concat(qualifiers).OrderBy(name => name.Span.Start).Select(name => new ChangedRows(name.Span, names[new TableName(null, name.Name)])),
        ];

        bool IsIn(IReadOnlyList<Identifier> parts) => parts is [var name] && names.ContainsKey(new TableName(null, name.Name));
    }

    static Identifier? QualifierOf(SqlNode node) => node switch
    {
        ColumnReference { Parts: [var first, _, ..] } => first,
        Star { Qualifier.Parts: [var only] } => only,
        _ => null,
    };
}
