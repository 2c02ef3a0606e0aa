using Starlift.Sql;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Tree;

namespace Starlift.DuckDb;

/// <summary>
/// Which columns of a session's temporary tables hold texts that end in blanks, of those tables that nothing but COPY has filled: comparisons
/// of the other columns need not heed blanks. What else is done to a table makes it one of which nothing is known. Not thread-safe.
/// </summary>
/// <param name="forget">Is called where a table that was described is no longer as it was.</param>
sealed class StagedTexts(Action forget)
{
    readonly Dictionary<string, HashSet<string>> _endInBlank = [];

    /// <summary>True where it is known that no text of the column ends in a blank.</summary>
    public bool IsTrimmed(string table, string column) => _endInBlank.TryGetValue(table, out var columns) && !columns.Contains(column);

    /// <summary>True of a statement whose query is executed or read through later, when tables may hold other rows.</summary>
    public static bool IsKept(SqlStatement statement) => statement is OtherStatement
    {
        Tree: PrepareStatement or CreateViewStatement or CreateMaterializedViewStatement or CreateRoutineStatement or DeclareCursorStatement,
    };

    /// <summary>To be called before a statement is bound: one that is executed or read through later, too, must not rely on the texts of today.</summary>
    public void Precede(SqlStatement statement)
    {
        if (IsKept(statement))
        {
            Forget();
        }
    }

    /// <summary>To be called when a statement has been executed.</summary>
    /// <param name="statement">As it is written.</param>
    /// <param name="bound">Its meaning; null where it has none.</param>
    /// <param name="isMade">A table was made that was not there before.</param>
    public void Follow(SqlStatement statement, BoundStatement? bound, bool isMade)
    {
        switch (statement, bound)
        {
            case (CreateTable { Temporary: true, Name.Name: var name }, _) when isMade:
                _endInBlank[name] = [];
                break;
            case (CreateTable or CopyStatement, _):
            case (_, BoundQueryStatement or BoundDelete or BoundOther { Statement: TruncateStatement or AnalyzeStatement or CommentStatement or LockStatement or SetStatement }):
                break;
            case (DropTable drop, _):
                drop.Tables.ToList().ForEach(table => Forget(table.Name));
                break;
            case (_, BoundInsert { Table.Name: var name }):
                Forget(name);
                break;
            case (_, BoundUpdate { Target.Table.Name: var name }):
                Forget(name);
                break;
            case (_, BoundMerge { Target.Table.Name: var name }):
                Forget(name);
                break;
            case (_, BoundCreateFromQuery { Table.Name: var name }):
                Forget(name);
                break;
            default:
                Forget();
                break;
        }
    }

    /// <summary>To be called when a COPY has filled the table.</summary>
    /// <param name="table">Its name.</param>
    /// <param name="columns">Whose texts end in blanks.</param>
    public void Copied(string table, IReadOnlyCollection<string> columns)
    {
        if (columns.Count > 0 && _endInBlank.TryGetValue(table, out var known))
        {
            known.UnionWith(columns);
            forget();
        }
    }

    /// <summary>To be called when rows have been put into the table by other means.</summary>
    public void Forget(string table)
    {
        if (_endInBlank.Remove(table))
        {
            forget();
        }
    }

    /// <summary>To be called when a transaction was rolled back: tables may hold again what they held before.</summary>
    public void Forget()
    {
        if (_endInBlank.Count > 0)
        {
            _endInBlank.Clear();
            forget();
        }
    }
}
