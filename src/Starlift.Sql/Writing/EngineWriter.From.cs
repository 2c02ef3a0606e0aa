using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Writing;

/// <content>FROM.</content>
public abstract partial class EngineWriter
{
    /// <summary>What stands in FROM; empty for null.</summary>
    public Fragment From(BoundFrom? from)
    {
        if (from is null)
        {
            return Fragment.Empty;
        }

        Enter(from);
        Entering(from);
        return from switch
        {
            BoundJoin join => Join(join).At(join.Span),
            BoundSource source => Source(source).At(source.Span),
            _ => throw new InvalidOperationException($"unknown item {from.GetType().Name}"),
        };
    }

    /// <summary>Is called before something in FROM is written: first of the whole, then of its parts.</summary>
    protected virtual void Entering(BoundFrom from)
    {
    }

    /// <summary>A SUPER array's elements as rows, with their alias.</summary>
    protected abstract Fragment Elements(BoundElements elements);

    /// <summary>A SUPER object's attributes as rows, with their alias.</summary>
    protected abstract Fragment Attributes(BoundAttributes attributes);

    /// <summary>A function whose result is rows, with its alias.</summary>
    protected virtual Fragment FunctionSource(BoundFunctionSource function) =>
        $"{Expression(function.Call)} AS {Alias(function)}{(function.IsOpen ? Fragment.Empty : ColumnList(function))}";

    /// <summary>The source's alias, in quotes.</summary>
    protected string Alias(BoundSource source) => Quote(_names.Of(source));

    /// <summary>A name that nothing in the statement has, in quotes.</summary>
    protected string NewAlias(string wanted) => Quote(_names.New(wanted));

    /// <summary>The column as it is asked for, in quotes and without its source.</summary>
    protected string ColumnName(BoundSource source, int index) => Quote(_names.Column(source, index));

    /// <summary>The names of all columns of a source in brackets.</summary>
    protected Fragment ColumnList(BoundSource source) => $"({Fragment.Join(", ", source.Columns.Select((_, i) => Fragment.Of(ColumnName(source, i))))})";

    /// <summary>A source with its alias.</summary>
    protected virtual Fragment Source(BoundSource source) => source switch
    {
        BoundTable table => $"{TableName(table.Table)} AS {Alias(table)}",
        BoundCommonTable table => $"{Quote(_names.Of(table.Definition))} AS {Alias(table)}",
        BoundDerivedTable derived => $"{(IsLateral(derived.Query) ? "LATERAL " : "")}({Query(derived.Query, Named(derived.Query, _names.ColumnsOf(derived)))}) AS {Alias(derived)}",
        BoundElements elements => Elements(elements),
        BoundAttributes attributes => Attributes(attributes),
        BoundFunctionSource function => FunctionSource(function),
        BoundPivot pivot => Pivot(pivot),
        BoundUnpivot unpivot => Unpivot(unpivot),
        _ => throw new InvalidOperationException($"unknown source {source.GetType().Name}"),
    };

    /// <summary>A join.</summary>
    protected virtual Fragment Join(BoundJoin join)
    {
        var right = From(join.Right);
        var word = join.On is null ? "CROSS JOIN" : join.Kind switch
        {
            JoinKind.Left => "LEFT JOIN",
            JoinKind.Right => "RIGHT JOIN",
            JoinKind.Full => "FULL JOIN",
            _ => "JOIN",
        };
        return $"{From(join.Left)} {word} {(join.Right is BoundJoin ? right.InBrackets() : right)}{Condition(" ON ", join.On)}";
    }

    /// <summary>PIVOT: a group of its own for the columns that stay, with each aggregate over the rows of each value.</summary>
    protected virtual Fragment Pivot(BoundPivot pivot)
    {
        var groups = pivot.Groups.Select((group, i) => (Fragment)$"{(TrailingBlanks.Possible(group) ? $"min({Expression(group)})" : Expression(group))} AS {ColumnName(pivot, i)}").ToList();
        var index = groups.Count;
        var columns = new List<Fragment>(groups);
        foreach (var value in pivot.Values)
        {
            BoundExpression matches = value is BoundLiteral { IsNull: true }
                ? new BoundIs(value.Span, pivot.Column, IsTest.Null, Negated: false)
                : new BoundBinary(value.Span, DataType.Boolean, pivot.Column, BinaryOperator.Equal, value);
            columns.AddRange(pivot.Aggregates.Select(aggregate => (Fragment)$"{Expression(Only(aggregate, matches))} AS {ColumnName(pivot, index++)}"));
        }

        var keys = Prefixed(" GROUP BY ", Fragment.Join(", ", pivot.Groups.Select(Key)));
        return $"(SELECT {Fragment.Join(", ", columns)} FROM {From(pivot.Input)}{keys}) AS {Alias(pivot)}";
    }

    /// <summary>UNPIVOT: a row for each of the columns.</summary>
    protected virtual Fragment Unpivot(BoundUnpivot unpivot)
    {
        var kept = unpivot.Kept.Count;
        var (name, value) = (ColumnName(unpivot, kept), ColumnName(unpivot, kept + 1));
        var rows = NewAlias("u");
        var values = unpivot.Values.Select((column, i) => (Fragment)$"SELECT {Quoted(unpivot.Names[i])} AS {name}, {Expression(column).Bare} AS {value}");
        List<Fragment> columns =
        [
            .. unpivot.Kept.Select((column, i) => (Fragment)$"{Expression(column)} AS {ColumnName(unpivot, i)}"),
            $"{rows}.{name}",
            $"{rows}.{value}",
        ];
        var filter = unpivot.IncludeNulls ? "" : $" WHERE {rows}.{value} IS NOT NULL";
        return $"(SELECT {Fragment.Join(", ", columns)} FROM {From(unpivot.Input)} CROSS JOIN LATERAL ({Fragment.Join(" UNION ALL ", values)}) AS {rows}{filter}) AS {Alias(unpivot)}";
    }

    // an aggregate of the rows alone for which the condition holds
    static BoundExpression Only(BoundExpression aggregate, BoundExpression condition) => aggregate switch
    {
        BoundCall { IsStar: true } call => call with { IsStar = false, Arguments = [When(condition, new BoundLiteral(call.Span, DataType.Integer, "1", false))] },
        BoundCall { IsAggregate: true, Arguments.Count: > 0 } call => call with { Arguments = [When(condition, call.Arguments[0]), .. call.Arguments.Skip(1)] },
        BoundConversion conversion => conversion with { Operand = Only(conversion.Operand, condition) },
        _ => aggregate,
    };

    static BoundCase When(BoundExpression condition, BoundExpression value) => new(value.Span, value.Type, null, [new BoundBranch(condition, value)], null);

    /// <summary>True of a query that names columns of what stands beside it.</summary>
    protected static bool IsLateral(BoundQuery query) => BoundWalk.Nodes(query, intoQueries: true).Any(node => node is BoundColumn { Depth: > 0 } column && !IsWithin(query, column.Source));

    static bool IsWithin(BoundQuery query, BoundSource source) => BoundWalk.Nodes(query, intoQueries: true).Any(node => ReferenceEquals(node, source));
}
