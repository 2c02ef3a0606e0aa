using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>Gives MERGE its meaning (Amazon Redshift: "MERGE").</summary>
sealed class MergeBinder(BindContext context, QueryBinder queries, ChangeBinder changes)
{
    public BoundMerge Bind(MergeStatement merge)
    {
        var table = queries.Items.Table(merge.Target);
        if (merge.Alias is not null)
        {
            throw context.Fail(SqlStates.SyntaxError, $"syntax error at or near \"{merge.Alias.Name.Name}\"", merge.Alias.Span, "MERGE knows no alias of its target: write the table's name");
        }

        if (!merge.RemoveDuplicates && !(merge.Clauses.Any(clause => clause.Matched) && merge.Clauses.Any(clause => !clause.Matched)))
        {
            throw context.Fail(
                SqlStates.SyntaxError, "syntax error at end of input", new TextSpan(merge.Span.End, merge.Span.End), "MERGE takes both WHEN MATCHED and WHEN NOT MATCHED");
        }

        var target = queries.Items.Source(merge.Target.Span, table, null);
        var alone = Scope.Root();
        var source = queries.Items.Bind(merge.Source, alone);
        if (BoundWalk.Nodes(source.From, intoQueries: true).Any(node => node is BoundTable other && other.Table == table))
        {
            throw context.Fail(SqlStates.FeatureNotSupported, "Source view/subquery in Merge statement cannot reference target table.", merge.Source.Span);
        }

        alone.Add(source);
        var both = Scope.Root();
        both.Add(FromResult.Of(target));
        queries.Items.CheckNames([target], source.Sources);
        both.Add(source);
        var on = queries.Expressions.BindCondition(merge.On, both, "JOIN/ON");
        var bound = new BoundMerge(merge.Span, target, source.From, on, [.. merge.Clauses.Select(clause => Clause(clause, table, both, alone))], merge.RemoveDuplicates);
        return BoundWalk.Nodes(bound, intoQueries: false).OfType<BoundPath>().FirstOrDefault() is { } path
            ? throw context.Fail(SqlStates.FeatureNotSupported, "Partial reference of SUPER column is not supported in MERGE statement.", path.Span)
            : bound;
    }

    BoundMergeClause Clause(MergeClause clause, TableDefinition table, Scope both, Scope source)
    {
        if (clause.Condition is not null)
        {
            throw context.Fail(SqlStates.SyntaxError, "syntax error at or near \"and\"", clause.Condition.Span, "MERGE knows no conditions behind MATCHED");
        }

        return new BoundMergeClause(clause.Matched, clause.Action, clause.Action switch
        {
            MergeAction.Update => [.. clause.Assignments.Select(assignment => changes.Assignment(assignment, table, both))],
            MergeAction.Insert => Inserted(clause, table, source),
            _ => [],
        });
    }

    List<BoundAssignment> Inserted(MergeClause clause, TableDefinition table, Scope source)
    {
        var targets = changes.Targets(table, clause.Columns);
        var values = clause.Values?.Items ?? [];
        if (values.Count > targets.Count)
        {
            throw context.Fail(SqlStates.SyntaxError, "INSERT has more expressions than target columns", clause.Span);
        }

        return [.. values.Select((value, i) => new BoundAssignment(targets[i], changes.Assigned(value, table.Columns[targets[i]], source)))];
    }
}
