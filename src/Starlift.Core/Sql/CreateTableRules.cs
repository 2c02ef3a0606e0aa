using System.Collections.Frozen;

namespace Starlift.Sql;

/// <summary>What Redshift refuses in a CREATE TABLE that reads well (Amazon Redshift: "CREATE TABLE", "Usage notes").</summary>
sealed class CreateTableRules
{
    const int MaxColumns = 1600;

    static readonly FrozenSet<string> SystemColumns = FrozenSet.Create("oid", "tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

    readonly CreateTable _table;
    readonly TokenCursor _cursor;
    readonly Token _name;

    public CreateTableRules(CreateTable table, TokenCursor cursor, Token name)
    {
        _table = table;
        _cursor = cursor;
        _name = name;
    }

    public void Check()
    {
        CheckColumns();
        CheckKeys();
        CheckDistribution();
        CheckSortKey();
    }

    void CheckColumns()
    {
        if (_table.Columns.Count == 0 && _table.Like is null)
        {
            Fail($"the table {_table.Name} has no columns", "name at least one column with its type");
        }

        if (_table.Columns.Count > MaxColumns)
        {
            Fail($"the table {_table.Name} has {_table.Columns.Count} columns", $"Redshift allows {MaxColumns}");
        }

        var names = new HashSet<string>();
        foreach (var column in _table.Columns)
        {
            if (!names.Add(column.Name))
            {
                Fail(column, $"the column {column.Name} is declared twice", "names that differ only in case are the same name");
            }

            if (SystemColumns.Contains(column.Name))
            {
                Fail(column, $"a column can't be named {column.Name}", "Redshift keeps this name for itself; choose another one");
            }
        }
    }

    void CheckKeys()
    {
        if (_table.UniqueKeys.Count(key => key.Primary) > 1)
        {
            Fail($"the table {_table.Name} has more than one PRIMARY KEY",
                "a key of several columns goes behind the columns: primary key (a, b)");
        }

        foreach (var column in _table.UniqueKeys.SelectMany(key => key.Columns).Concat(_table.ForeignKeys.SelectMany(key => key.Columns)))
        {
            Exists(column, "a constraint");
        }
    }

    void CheckDistribution()
    {
        if (_table.DistStyle == "KEY" && _table.DistKey is null)
        {
            Fail("DISTSTYLE KEY names no DISTKEY", "add distkey to a column");
        }

        if (_table.DistKey is not { } key)
        {
            return;
        }

        Exists(key, "DISTKEY");
        NotSuper(key, "DISTKEY");
        if (_table.DistStyle != "KEY")
        {
            Fail($"DISTKEY doesn't go with DISTSTYLE {_table.DistStyle}", "write DISTSTYLE KEY, or leave one of them out");
        }
    }

    void CheckSortKey()
    {
        if (_table.SortKey is not { } key)
        {
            return;
        }

        foreach (var column in key.Columns)
        {
            Exists(column, "SORTKEY");
            NotSuper(column, "SORTKEY");
        }

        var maximum = key.Interleaved ? 8 : 400;
        if (key.Columns.Count > maximum)
        {
            Fail($"the SORTKEY has {key.Columns.Count} columns",
                $"Redshift allows {maximum} in {(key.Interleaved ? "an interleaved" : "a compound")} sort key");
        }
    }

    void Exists(string column, string clause)
    {
        // a LIKE brings columns that only the warehouse knows
        if (_table.Column(column) is null && _table.Like is null)
        {
            Fail($"{clause} names the column {column}, which the table {_table.Name} does not have",
                NearMiss.Hint(column, _table.Columns.Select(c => c.Name)));
        }
    }

    void NotSuper(string column, string clause)
    {
        if (_table.Column(column) is { Type.Kind: SqlTypeKind.Super or SqlTypeKind.Varbyte } unfit)
        {
            Fail(unfit, $"{clause} names the column {column}, which is {unfit.Type}", "choose a column of a plain type");
        }
    }

    void Fail(string what, string? hint) => throw _cursor.Error(_name, what, hint);

    void Fail(ColumnDefinition column, string what, string hint) => throw _cursor.Error(_name with { Start = column.Index }, what, hint);
}
