using Starlift.Sql.Tree;

namespace Starlift.Sql.Analysis;

/// <summary>
/// The names of tables and views that a statement reads, as they are written, where no catalogue tells more. Common tables are left out
/// where they are known, and so are paths into the SUPER values of tables before them. Not thread-safe.
/// </summary>
public sealed class TableReads : TreeVisitor
{
    readonly List<QualifiedName> _found = [];
    readonly Stack<string> _commonTables = [];
    readonly Stack<(string Name, bool IsElement)> _aliases = [];

    int _firstAlias;

    TableReads()
    {
    }

    /// <summary>Each mention, in the order of the text. What is only written, such as the target of an INSERT, is none.</summary>
    public static IReadOnlyList<QualifiedName> Of(SqlNode node)
    {
        var reads = new TableReads();
        reads.Visit(node);
        return reads._found;
    }

    public override void Visit(SqlNode node)
    {
        switch (node)
        {
            case Query query:
                VisitQuery(query);
                break;
            case UpdateStatement or DeleteStatement or InsertStatement:
                Within(_commonTables, () => base.Visit(node));
                break;
            case Select:
                var outer = _firstAlias;
                _firstAlias = _aliases.Count;
                Within(_aliases, () => base.Visit(node));
                _firstAlias = outer;
                break;
            case WithClause with:
                VisitWith(with);
                break;
            case TableReference table:
                VisitTable(table);
                break;
            case SubqueryItem { Lateral: false } query:
                VisitApart(query);
                AddAlias(query);
                break;
            case FromItem item:
                base.Visit(item);
                AddAlias(item);
                break;
            default:
                base.Visit(node);
                break;
        }
    }

    // ORDER BY and the like see the common tables as the body does.
    void VisitQuery(Query query) => Within(_commonTables, () => base.Visit(query));

    void VisitWith(WithClause with)
    {
        foreach (var table in with.Tables)
        {
            if (with.Recursive)
            {
                _commonTables.Push(table.Name.Name);
            }

            Visit(table.Query);
            _commonTables.Push(table.Name.Name);
        }
    }

    void VisitTable(TableReference table)
    {
        var first = table.Name.Parts[0].Name;
        var isOnlyPart = table.Name.Parts.Count == 1;
        var isPath = _aliases.Any(alias => alias.Name == first && (alias.IsElement || !isOnlyPart));
        if (!isPath && !(isOnlyPart && _commonTables.Contains(first)))
        {
            _found.Add(table.Name);
        }

        _aliases.Push((table.Alias?.Name.Name ?? table.Name.Parts[^1].Name, isPath));
    }

    /// <summary>A query in FROM does not see the tables beside it.</summary>
    void VisitApart(SubqueryItem query)
    {
        var hidden = new Stack<(string Name, bool IsElement)>();
        while (_aliases.Count > _firstAlias)
        {
            hidden.Push(_aliases.Pop());
        }

        base.Visit(query);
        foreach (var alias in hidden)
        {
            _aliases.Push(alias);
        }
    }

    void AddAlias(FromItem item)
    {
        var alias = item switch
        {
            ArrayItem array => array.Alias,
            ObjectItem attributes => attributes.Alias,
            SubqueryItem query => query.Alias,
            FunctionItem function => function.Alias,
            ParenthesizedItem inner => inner.Alias,
            PivotItem pivot => pivot.Alias,
            UnpivotItem unpivot => unpivot.Alias,
            _ => null,
        };
        if (alias is not null)
        {
            _aliases.Push((alias.Name.Name, IsElement: item is ArrayItem or ObjectItem));
        }
    }

    static void Within<T>(Stack<T> scope, Action visit)
    {
        var outer = scope.Count;
        visit();
        while (scope.Count > outer)
        {
            scope.Pop();
        }
    }
}
