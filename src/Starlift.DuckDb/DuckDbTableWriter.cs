using Starlift.Sql;

namespace Starlift.DuckDb;

/// <summary>
/// Writes CREATE TABLE for DuckDB. What Redshift doesn't enforce goes: keys and references are checked before a run is published;
/// distribution, sort order and compression mean nothing on one machine.
/// </summary>
sealed class DuckDbTableWriter
{
    readonly CreateTable _table;
    readonly CreateTable? _like;
    readonly Func<SqlSource, string> _expression;
    readonly List<string> _statements = [];
    int _identities;

    /// <param name="table">The statement.</param>
    /// <param name="like">The table that its LIKE names, where it is known.</param>
    /// <param name="expression">Turns a DEFAULT of Redshift's into one of DuckDB's.</param>
    public DuckDbTableWriter(CreateTable table, CreateTable? like, Func<SqlSource, string> expression)
    {
        _table = table;
        _like = like;
        _expression = expression;
    }

    /// <summary>The statements, to be executed in order.</summary>
    public IReadOnlyList<string> Write()
    {
        if (_table.Like is { } clause && _like is null)
        {
            WriteLike(clause);
            return _statements;
        }

        // an IDENTITY is no default: a table that is LIKE another one has a plain column in its place
        var inherited = (_like?.Columns ?? []).Select(column => column with
        {
            Identity = null,
            Default = _table.Like!.IncludingDefaults ? column.Default : null,
        });
        var columns = inherited.Select(column => Write(column, _like!))
            .Concat(_table.Columns.Select(column => Write(column, _table)))
            .ToList();
        _statements.Add($"CREATE {Temp}TABLE {IfNotExists}{DuckDbName.Of(_table.Name)} (\n    {string.Join(",\n    ", columns)}\n)");
        return _statements;
    }

    string Temp => _table.Temporary ? "TEMP " : "";

    string IfNotExists => _table.IfNotExists ? "IF NOT EXISTS " : "";

    // only the warehouse knows the columns, and CREATE TABLE AS loses NOT NULL and defaults
    void WriteLike(LikeClause like)
    {
        var name = DuckDbName.Of(_table.Name);
        _statements.Add($"CREATE {Temp}TABLE {IfNotExists}{name} AS SELECT * FROM {DuckDbName.Of(like.Table)} WITH NO DATA");
        foreach (var column in _table.Columns)
        {
            _statements.Add($"ALTER TABLE {name} ADD COLUMN {IfNotExists}{Write(column with { NotNull = false }, _table)}");
            if (column.NotNull)
            {
                _statements.Add($"ALTER TABLE {name} ALTER COLUMN {DuckDbName.Quote(column.Name)} SET NOT NULL");
            }
        }
    }

    string Write(ColumnDefinition column, CreateTable owner)
    {
        var text = $"{DuckDbName.Quote(column.Name)} {DuckDbType.Of(column.Type)}";
        if (column.CaseInsensitive && column.Type.IsCharacter)
        {
            text += " COLLATE NOCASE";
        }

        if (column.NotNull)
        {
            text += " NOT NULL";
        }

        if (column.Identity is { } identity)
        {
            _identities++;
            _statements.Add(DuckDbIdentity.Create(_table, identity, _identities));
            return $"{text} DEFAULT {DuckDbIdentity.Default(_table, _identities)}";
        }

        return column.Default is { } expression ? $"{text} DEFAULT ({_expression(PlaceOf(expression, column, owner))})" : text;
    }

    static SqlSource PlaceOf(string expression, ColumnDefinition column, CreateTable owner) => owner.Source with
    {
        Start = owner.Source.Text.IndexOf(expression, column.Index, StringComparison.Ordinal),
        Length = expression.Length,
    };
}
