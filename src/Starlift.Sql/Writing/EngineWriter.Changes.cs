using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Writing;

/// <content>INSERT, UPDATE, DELETE, MERGE.</content>
public abstract partial class EngineWriter
{
    /// <summary>INSERT.</summary>
    protected virtual Fragment Insert(BoundInsert insert)
    {
        var table = TableName(insert.Table);
        if (insert.Query is not { } query)
        {
            return $"INSERT INTO {table} DEFAULT VALUES";
        }

        var columns = insert.Targets.Count == 0 || insert.Table.IsOpen && insert.Values.Count == 0
            ? Fragment.Empty
            : $" ({Fragment.Join(", ", insert.Targets.Select(target => Fragment.Of(Quote(insert.Table.Columns[target].Name))))})";
        return $"INSERT INTO {table}{columns} {Inserted(query, insert.Values)}";
    }

    /// <summary>UPDATE.</summary>
    protected virtual Fragment Update(BoundUpdate update)
    {
        var conditions = new List<BoundExpression>();
        var from = update.TargetIsInFrom ? Without(update.From!, update.Target, conditions) : update.From;
        if (update.Where is not null)
        {
            conditions.Add(update.Where);
        }

        return $"{With(update.CommonTables)}UPDATE {TableName(update.Target.Table)} AS {Alias(update.Target)} SET {Assignments(update.Target.Table, update.Assignments)}{Prefixed(" FROM ", From(from))}{All(" WHERE ", conditions)}";
    }

    /// <summary>DELETE.</summary>
    protected virtual Fragment Delete(BoundDelete delete) =>
        $"{With(delete.CommonTables)}DELETE FROM {TableName(delete.Target.Table)} AS {Alias(delete.Target)}{Prefixed(" USING ", From(delete.Using))}{Condition(" WHERE ", delete.Where)}";

    /// <summary>MERGE.</summary>
    protected virtual IEnumerable<Fragment> Merge(BoundMerge merge)
    {
        var target = merge.Target.Table;
        var clauses = merge.Clauses.Select(clause => (Fragment)$" WHEN {(clause.Matched ? "" : "NOT ")}MATCHED THEN {Action(target, clause)}");
        return [$"MERGE INTO {TableName(target)} AS {Alias(merge.Target)} USING {From(merge.Source)} ON {Expression(merge.On)}{Fragment.Join("", clauses)}"];
    }

    /// <summary>What SET says: each column with its value.</summary>
    protected Fragment Assignments(TableDefinition table, IReadOnlyList<BoundAssignment> assignments) =>
        Fragment.Join(", ", assignments.Select(assignment => (Fragment)$"{Quote(table.Columns[assignment.Column].Name)} = {Expression(assignment.Value).Bare}"));

    /// <summary>The conditions together behind their word; empty without any.</summary>
    protected Fragment All(string word, IReadOnlyList<BoundExpression> conditions) => conditions switch
    {
        [] => Fragment.Empty,
        [var only] => Condition(word, only),
        _ => $"{word}{Fragment.Join(" AND ", conditions.Select(Expression))}",
    };

    Fragment Action(TableDefinition table, BoundMergeClause clause) => clause.Action switch
    {
        MergeAction.Update => $"UPDATE SET {Assignments(table, clause.Assignments)}",
        MergeAction.Insert => $"INSERT ({Fragment.Join(", ", clause.Assignments.Select(assignment => Fragment.Of(Quote(table.Columns[assignment.Column].Name))))}) VALUES {Row([.. clause.Assignments.Select(assignment => assignment.Value)])}",
        _ => Fragment.Of("DELETE"),
    };

    // a value that needs to be converted is, where it is a column of a plain select; else around the query
    Fragment Inserted(BoundQuery query, IReadOnlyList<BoundExpression> values)
    {
        if (values.All(value => value is BoundOutput))
        {
            return Query(query);
        }

        if (query.Body is not BoundSelect { IsDistinct: false, DistinctOn.Count: 0 } select || query.OrderBy.Count > 0)
        {
            return Converted(query, values, null);
        }

        var items = select.Items.Select((item, i) => item with { Value = Inlined(values[i], item.Value) }).ToList();
        var columns = items.Select((item, i) => query.Columns[i] with { Type = item.Value.Type }).ToList();
        return Query(query with { Body = select with { Items = items, Columns = columns }, Columns = columns });
    }

    static BoundExpression Inlined(BoundExpression value, BoundExpression output) => value switch
    {
        BoundOutput => output,
        BoundLiteral literal => literal,
        BoundCall call => call with { Arguments = [.. call.Arguments.Select(argument => Inlined(argument, output))] },
        BoundConversion conversion => conversion with { Operand = Inlined(conversion.Operand, output), Span = output.Span },
        _ => throw new InvalidOperationException($"a column gets {value.GetType().Name}"),
    };

    // what else stands in FROM; the conditions of the joins that the target is part of hold for the whole
    static BoundFrom? Without(BoundFrom from, BoundSource target, List<BoundExpression> conditions)
    {
        if (ReferenceEquals(from, target))
        {
            return null;
        }

        if (from is not BoundJoin join || !BoundWalk.Nodes(from, intoQueries: false).Any(node => ReferenceEquals(node, target)))
        {
            return from;
        }

        if (join.On is not null)
        {
            conditions.Add(join.On);
        }

        var (left, right) = (Without(join.Left, target, conditions), Without(join.Right, target, conditions));
        return left is null ? right : right is null ? left : new BoundJoin(join.Span, left, JoinKind.Cross, right, null, []);
    }
}
