using Starlift.DuckDb.Writing;
using Starlift.Sql;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Warehouses;
using ColumnDefinition = Starlift.Sql.ColumnDefinition;

namespace Starlift.DuckDb;

/// <summary>
/// Writes CREATE TABLE for DuckDB. What Redshift doesn't enforce goes: keys and references are checked before a run is published;
/// distribution, sort order and compression mean nothing on one machine.
/// </summary>
sealed class DuckDbTableWriter
{
    readonly CreateTable _table;
    readonly CreateTable? _like;
    readonly BoundCreateTable? _bound;
    readonly List<string> _statements = [];
    int _identities;

    /// <param name="table">The statement.</param>
    /// <param name="like">The table that its LIKE names, where it is known.</param>
    /// <param name="bound">The meaning of the statement; null where no column has a default.</param>
    public DuckDbTableWriter(CreateTable table, CreateTable? like, BoundCreateTable? bound)
    {
        _table = table;
        _like = like;
        _bound = bound;
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

        return Default(column, owner) is { } value ? $"{text} DEFAULT ({value})" : text;
    }

    string? Default(ColumnDefinition column, CreateTable owner)
    {
        if (column.Default is null)
        {
            return null;
        }

        // the other table's statement tells what its defaults mean
        var bound = owner == _table ? _bound : StatementMeaning.Bind(owner, StatementMeaning.TreeOf(owner), Catalogue.Empty) as BoundCreateTable;
        return bound?.Defaults.TryGetValue(bound.Table.IndexOf(column.Name), out var value) == true ? new DuckDbWriter(owner.Source).Write(value).Text : null;
    }
}
