using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>
/// Makes joins of the conditions that bear Oracle's (+) (Amazon Redshift: "Oracle-Style outer joins in the WHERE clause"): the table of a marked column is
/// the optional side of a LEFT JOIN on these conditions.
/// </summary>
sealed class OuterMarks(BindContext context)
{
    /// <summary>FROM and WHERE without marks.</summary>
    public (BoundFrom? From, BoundExpression? Where) Applied(BoundFrom? from, BoundExpression? where)
    {
        if (from is null || where is null || context.OuterMarks.Count == 0 || FirstMark(where) is not { } first)
        {
            return (from, where);
        }

        var marks = BoundWalk.Nodes(where, intoQueries: false).Count(node => node is BoundOuterJoinMark);
        context.OuterMarks = (context.OuterMarks.Count - marks, context.OuterMarks.Last);

        CheckPlaces(where);
        var items = new List<BoundSource>();
        Flatten(from, items, first);
        var (conditions, kept) = (new Dictionary<BoundSource, List<BoundExpression>>(), new List<BoundExpression>());
        foreach (var condition in Conjuncts(where))
        {
            if (FirstMark(condition) is not { } mark)
            {
                kept.Add(condition);
                continue;
            }

            var optional = Source(mark);
            if (!conditions.TryGetValue(optional, out var own))
            {
                conditions[optional] = own = [];
            }

            own.Add(condition);
        }

        return (Joined(items, conditions), kept.Count == 0 ? null : kept.Aggregate(And));
    }

    // the tables that nothing is optional of come first, then each optional one behind the table that it is joined to
    BoundFrom Joined(List<BoundSource> items, Dictionary<BoundSource, List<BoundExpression>> conditions)
    {
        var partners = conditions.ToDictionary(pair => pair.Key, pair => Partner(pair.Key, pair.Value));
        var joined = items.Where(item => !conditions.ContainsKey(item)).Cast<BoundFrom>()
            .Aggregate(default(BoundFrom), (all, item) => all is null ? item : new BoundJoin(TextSpan.Between(all.Span, item.Span), all, JoinKind.Cross, item, null, []));
        var placed = new HashSet<BoundSource>(items.Where(item => !conditions.ContainsKey(item)));
        while (placed.Count < items.Count)
        {
            var next = items.Find(item => !placed.Contains(item) && (partners[item] is not { } partner || placed.Contains(partner)));
            if (next is null || joined is null)
            {
                throw context.Fail(SqlStates.FeatureNotSupported, "tables may not be outer joined to each other", items[^1].Span);
            }

            joined = new BoundJoin(TextSpan.Between(joined.Span, next.Span), joined, JoinKind.Left, next, conditions[next].Select(Unmarked).Aggregate(And), []);
            placed.Add(next);
        }

        return joined!;
    }

    BoundSource? Partner(BoundSource optional, List<BoundExpression> conditions)
    {
        var partner = default(BoundSource);
        foreach (var condition in conditions)
        {
            foreach (var column in BoundWalk.Nodes(condition, intoQueries: false).OfType<BoundColumn>())
            {
                if (column.Depth > 0 || ReferenceEquals(column.Source, optional))
                {
                    continue;
                }

                partner = partner is null || ReferenceEquals(partner, column.Source)
                    ? column.Source
                    : throw context.Fail(SqlStates.FeatureNotSupported, "A table may be outer joined to at most one other table.", condition.Span);
            }
        }

        return partner;
    }

    void Flatten(BoundFrom from, List<BoundSource> items, BoundOuterJoinMark mark)
    {
        switch (from)
        {
            case BoundJoin { Kind: JoinKind.Cross, On: null } join:
                Flatten(join.Left, items, mark);
                Flatten(join.Right, items, mark);
                break;
            case BoundSource source:
                items.Add(source);
                break;
            default:
                throw context.Fail(SqlStates.FeatureNotSupported, "Outer join operator (+) can't be used in a query block with JOIN syntax.", mark.Span);
        }
    }

    // (+) can't stand under OR and IN, nor at two tables of one condition
    void CheckPlaces(BoundExpression where)
    {
        foreach (var node in BoundWalk.Nodes(where, intoQueries: false))
        {
            if (node is BoundBinary { Operator: BinaryOperator.Or } or BoundIn && FirstMark((BoundExpression)node) is { } mark)
            {
                throw context.Fail(SqlStates.FeatureNotSupported, "Outer join operator (+) not allowed in operand of OR or IN.", mark.Span);
            }
        }

        foreach (var condition in Conjuncts(where))
        {
            if (BoundWalk.Nodes(condition, intoQueries: false).OfType<BoundOuterJoinMark>().Select(Source).Distinct().Skip(1).Any())
            {
                throw context.Fail(SqlStates.FeatureNotSupported, "a predicate may reference only one outer-joined table", condition.Span);
            }
        }
    }

    static BoundOuterJoinMark? FirstMark(BoundExpression condition) => BoundWalk.Nodes(condition, intoQueries: false).OfType<BoundOuterJoinMark>().FirstOrDefault();

    static BoundSource Source(BoundOuterJoinMark mark) => ((BoundColumn)mark.Operand).Source;

    static IEnumerable<BoundExpression> Conjuncts(BoundExpression condition) => condition is BoundBinary { Operator: BinaryOperator.And } and
        ? Conjuncts(and.Left).Concat(Conjuncts(and.Right))
        : [condition];

    static BoundBinary And(BoundExpression one, BoundExpression other) =>
        new(TextSpan.Between(one.Span, other.Span), DataType.Boolean, one, BinaryOperator.And, other);

    static BoundExpression Unmarked(BoundExpression expression) => expression switch
    {
        BoundOuterJoinMark mark => mark.Operand,
        BoundBinary binary => binary with { Left = Unmarked(binary.Left), Right = Unmarked(binary.Right) },
        BoundUnary unary => unary with { Operand = Unmarked(unary.Operand) },
        BoundConversion conversion => conversion with { Operand = Unmarked(conversion.Operand) },
        BoundCall call => call with { Arguments = [.. call.Arguments.Select(Unmarked)] },
        BoundIs test => test with { Operand = Unmarked(test.Operand) },
        BoundLike like => like with { Operand = Unmarked(like.Operand), Pattern = Unmarked(like.Pattern) },
        BoundBetween between => between with
        {
            Operand = Unmarked(between.Operand),
            Low = (BoundBinary)Unmarked(between.Low),
            High = (BoundBinary)Unmarked(between.High),
        },
        BoundCase @case => @case with
        {
            Operand = @case.Operand is null ? null : Unmarked(@case.Operand),
            Branches = [.. @case.Branches.Select(branch => new BoundBranch(Unmarked(branch.When), Unmarked(branch.Then)))],
            Else = @case.Else is null ? null : Unmarked(@case.Else),
        },
        _ => expression,
    };
}
