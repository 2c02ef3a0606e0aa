using Starlift.Sql.Meaning.Bound;

namespace Starlift.Sql.Writing;

/// <content>CONNECT BY (Amazon Redshift: "CONNECT BY clause"): a recursive common table whose rows know their level, in place of the table.</content>
public abstract partial class EngineWriter
{
    const string LevelColumn = "starlift_level";

    /// <summary>The source whose rows are connected, and by which alias the row above is known, while the condition is written.</summary>
    (BoundSource Source, string Alias)? _above;

    bool _isAbove;
    Fragment? _level;

    /// <summary>LEVEL: 1 of the rows that START WITH names.</summary>
    Fragment Level(BoundLevel level) => _level ?? throw Refuse(level, "LEVEL stands in a query with CONNECT BY only");

    /// <summary>The operand of PRIOR: of the row above.</summary>
    Fragment Prior(BoundUnary prior)
    {
        if (_above is null)
        {
            throw Refuse(prior, "PRIOR stands in CONNECT BY only");
        }

        _isAbove = true;
        var text = Expression(prior.Operand);
        _isAbove = false;
        return text;
    }

    string AliasOf(BoundSource source) => _isAbove && _above is { } above && ReferenceEquals(above.Source, source) ? above.Alias : Alias(source);

    /// <summary>What stands in FROM of a query with CONNECT BY. From here on LEVEL is a column of it.</summary>
    Fragment Hierarchy(BoundSelect select)
    {
        if (select.From is not BoundSource { Columns.Count: > 0 } source)
        {
            throw Refuse(select.ConnectBy!, "CONNECT BY of a join is not supported here", "join in a subquery, or write WITH RECURSIVE");
        }

        var (alias, rows, above) = (Alias(source), NewAlias("connected"), NewAlias("above"));
        var columns = Fragment.Join(", ", source.Columns.Select((_, i) => (Fragment)$"{alias}.{ColumnName(source, i)}"));
        var names = Fragment.Join(", ", source.Columns.Select((_, i) => Fragment.Of(ColumnName(source, i))));
        var first = Source(source);
        _level = Fragment.Of("1");
        Fragment start = $"SELECT {columns}, 1 FROM {first}{Condition(" WHERE ", select.StartWith)}";
        _level = $"({above}.{LevelColumn} + 1)";
        _above = (source, above);
        Fragment next = $"SELECT {columns}, {_level} FROM {first} JOIN {rows} AS {above} ON {Expression(select.ConnectBy!).Bare}";
        _above = null;
        _level = Fragment.Of($"{alias}.{LevelColumn}");
        return $"(WITH RECURSIVE {rows}({names}, {LevelColumn}) AS ({start} UNION ALL {next}) SELECT * FROM {rows}) AS {alias}";
    }
}
