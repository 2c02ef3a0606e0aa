using Starlift.Sql.Rewriting;

namespace Starlift.DuckDb;

/// <summary>MERGE with Redshift's rule that no target row may match twice, and with REMOVE DUPLICATES (Amazon Redshift: "MERGE").</summary>
sealed class DuckDbMerge
{
    const string SeveralMatches = "Found multiple matches to update the same tuple.";

    readonly SqlRewriter _sql;
    readonly SqlTokens _tokens;
    readonly int _target;
    readonly int _using;
    readonly int _on;
    readonly int _clauses;

    public DuckDbMerge(SqlRewriter sql)
    {
        _sql = sql;
        _tokens = sql.Tokens;
        _target = _tokens[1].Is("into") ? 2 : 1;
        _using = _tokens.Find(0, _tokens.Count, "using");
        _on = _tokens.Find(0, _tokens.Count, "on");
        _clauses = _tokens.Find(0, _tokens.Count, "when", "remove");
        if (!(_target < _using && _using < _on && _on < _clauses))
        {
            throw _tokens.Error(0, "the MERGE is not whole",
                "write MERGE INTO target USING source ON condition WHEN MATCHED … WHEN NOT MATCHED …");
        }
    }

    public IReadOnlyList<string> Render()
    {
        var target = _sql.Render(_target, _using);
        var source = _sql.Render(_using + 1, _on);
        var condition = _sql.Render(_on + 1, _clauses);
        var check = $"SELECT CASE WHEN EXISTS (SELECT 1 FROM {target} JOIN {source} ON {condition} GROUP BY {RowId()} HAVING count(*) > 1) "
            + $"THEN error('{SeveralMatches}') END";
        return _tokens[_clauses].Is("remove")
            ?
            [
                check,
                $"DELETE FROM {target} USING {source} WHERE {condition}",
                $"INSERT INTO {_sql.Render(_target, TargetEnd())} SELECT * FROM {source}",
            ]
            : [check, _sql.Render()];
    }

    int TargetEnd() => Operands.Base(_tokens, _target, _using) is > 0 and var end ? end : _using;

    // the row's address, under the name by which the condition speaks of the target
    string RowId()
    {
        var end = TargetEnd();
        var alias = end < _using ? _tokens[_using - 1] : _tokens[end - 1];
        return $"{DuckDbName.Quote(alias.Value)}.rowid";
    }
}
