namespace Starlift.Sql.Meaning.Bound;

/// <summary>Tells whether two expressions say the same, wherever they are written.</summary>
public static class BoundEquality
{
    public static bool Same(BoundExpression one, BoundExpression other)
    {
        (one, other) = (Meant(one), Meant(other));
        return ReferenceEquals(one, other) || one.GetType() == other.GetType() && one.Type == other.Type && SameNode(one, other);
    }

    // an alias is what it stands for
    static BoundExpression Meant(BoundExpression expression) => expression is BoundAlias alias ? Meant(alias.Value) : expression;

    static bool SameNode(BoundExpression one, BoundExpression other) => (one, other) switch
    {
        (BoundColumn a, BoundColumn b) => ReferenceEquals(a.Source, b.Source) && a.Index == b.Index,
        (BoundLiteral a, BoundLiteral b) => a.Text == b.Text,
        (BoundInterval a, BoundInterval b) => a.Text == b.Text && a.Qualifier?.First == b.Qualifier?.First && a.Qualifier?.Last == b.Qualifier?.Last,
        (BoundPlaceholder a, BoundPlaceholder b) => a.Number == b.Number,
        (BoundOutput a, BoundOutput b) => a.Index == b.Index,
        (BoundConversion a, BoundConversion b) => a.How == b.How && SameChildren(a, b),
        (BoundUnary a, BoundUnary b) => a.Operator == b.Operator && SameChildren(a, b),
        (BoundBinary a, BoundBinary b) => a.Operator == b.Operator && SameChildren(a, b),
        (BoundCall a, BoundCall b) => a.Function.Name == b.Function.Name && a.DatePart == b.DatePart && a.IsStar == b.IsStar && a.IsDistinct == b.IsDistinct
            && a.Over is null && b.Over is null && SameChildren(a, b),
        (BoundPath a, BoundPath b) => a.Steps.Count == b.Steps.Count && a.Steps.Zip(b.Steps).All(pair => pair.First.Attribute == pair.Second.Attribute)
            && SameChildren(a, b),
        (BoundCase a, BoundCase b) => a.Branches.Count == b.Branches.Count && (a.Else is null) == (b.Else is null) && SameChildren(a, b),
        (BoundIn a, BoundIn b) => a.Negated == b.Negated && SameChildren(a, b),
        (BoundBetween a, BoundBetween b) => a.Negated == b.Negated && a.Symmetric == b.Symmetric && SameChildren(a, b),
        (BoundLike a, BoundLike b) => a.Kind == b.Kind && a.Negated == b.Negated && (a.Escape is null) == (b.Escape is null) && SameChildren(a, b),
        (BoundIs a, BoundIs b) => a.Test == b.Test && a.Negated == b.Negated && SameChildren(a, b),
        (BoundDistinctFrom a, BoundDistinctFrom b) => a.Negated == b.Negated && SameChildren(a, b),
        (BoundMergedColumn a, BoundMergedColumn b) => SameChildren(a, b),
        (BoundOuterJoinMark a, BoundOuterJoinMark b) => SameChildren(a, b),
        (BoundRow a, BoundRow b) => SameChildren(a, b),
        (BoundLevel, BoundLevel) => true,
        _ => false,
    };

    static bool SameChildren(BoundExpression one, BoundExpression other)
    {
        using var a = one.Children.GetEnumerator();
        using var b = other.Children.GetEnumerator();
        while (true)
        {
            var (moreOfOne, moreOfOther) = (a.MoveNext(), b.MoveNext());
            if (!moreOfOne || !moreOfOther)
            {
                return moreOfOne == moreOfOther;
            }

            if (a.Current is not BoundExpression left || b.Current is not BoundExpression right || !Same(left, right))
            {
                return false;
            }
        }
    }
}
