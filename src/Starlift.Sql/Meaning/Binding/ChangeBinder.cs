using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>Gives INSERT, UPDATE and DELETE their meaning.</summary>
sealed class ChangeBinder(BindContext context, QueryBinder queries)
{
    readonly DefinitionBinder _definitions = new(context, queries);

    public BoundInsert Bind(InsertStatement insert)
    {
        var table = Changed(insert.Table, "insert into");
        var targets = Targets(table, insert.Columns);
        if (insert.Query is null)
        {
            return new BoundInsert(insert.Span, table, [], null, []);
        }

        var scope = Scope.Root();
        var tables = queries.BindWith(insert.With, scope);
        if (insert.Query.Body is ValuesList values)
        {
            var rows = Rows(values, table, targets, insert.Columns.Count > 0, scope);
            var width = rows.Columns.Count;
            var query = new BoundQuery(insert.Query.Span, tables, rows, [], null, null, rows.Columns);
            return new BoundInsert(insert.Span, table, [.. targets.Take(width)], query, [.. rows.Columns.Select((column, i) => new BoundOutput(values.Span, column.Type, i))]);
        }

        var bound = queries.Bind(insert.Query, scope);
        bound = bound with { CommonTables = [.. tables, .. bound.CommonTables] };
        context.ReadsComputeTables |= bound.Body is not BoundSelect { From: null };
        if (bound.Columns.Any(column => BoundOpenStar.Is(column.Name, column.Type)))
        {
            return new BoundInsert(insert.Span, table, targets, bound, []);
        }

        CheckCount(bound.Columns.Count, targets.Count, insert.Columns.Count > 0, insert.Query.Span);
        targets = [.. targets.Take(bound.Columns.Count)];
        bound = Reopened(bound, table, targets);
        return new BoundInsert(insert.Span, table, targets, bound, [.. targets.Select((target, i) => Output(bound, i, table.Columns[target]))]);
    }

    public BoundUpdate Bind(UpdateStatement update)
    {
        var scope = Scope.Root();
        var tables = queries.BindWith(update.With, scope);
        var table = Changed(update.Table, "update");
        var target = queries.Items.Source(update.Table.Span, table, update.Alias);
        var again = FromScope(update, table, target, scope, out var from);
        if (again is null)
        {
            scope.Sources.Insert(0, target);
            scope.Columns.InsertRange(0, FromResult.Of(target).Columns);
        }

        var assignments = update.Assignments.Select(assignment => Assignment(assignment, table, scope)).ToList();
        var where = update.Where is null ? null : queries.Expressions.BindCondition(update.Where, scope, "WHERE");
        return new BoundUpdate(update.Span, tables, again ?? target, again is not null, assignments, from, where);
    }

    public BoundDelete Bind(DeleteStatement delete)
    {
        var scope = Scope.Root();
        var tables = queries.BindWith(delete.With, scope);
        var target = queries.Items.Source(delete.Table.Span, Changed(delete.Table, "delete from"), delete.Alias);
        scope.Add(FromResult.Of(target));
        var from = queries.Items.BindAll(delete.Using, scope);
        var where = delete.Where is null ? null : queries.Expressions.BindCondition(delete.Where, scope, "WHERE");
        return new BoundDelete(delete.Span, tables, target, from, where);
    }

    /// <summary>The table of that name, whose rows <paramref name="verb"/> changes.</summary>
    TableDefinition Changed(QualifiedName name, string verb)
    {
        var table = queries.Items.Table(name);
        return table.Kind == TableKind.View ? throw context.Fail(SqlStates.ObjectNotInPrerequisiteState, $"cannot {verb} a view", name.Span) : table;
    }

    /// <summary>A column with what it gets.</summary>
    public BoundAssignment Assignment(Assignment assignment, TableDefinition table, Scope scope)
    {
        var index = _definitions.IndexOf(table, assignment.Column.Parts[0]);
        if (assignment.Column.Parts.Count > 1)
        {
            throw context.Fail(SqlStates.FeatureNotSupported, "SET takes a column's name by itself", assignment.Column.Span);
        }

        return new BoundAssignment(index, Assigned(assignment.Value, table.Columns[index], scope));
    }

    /// <summary>The positions of the columns that get values: all where none is named.</summary>
    public List<int> Targets(TableDefinition table, IReadOnlyList<Identifier> columns)
    {
        if (columns.Count == 0)
        {
            return [.. Enumerable.Range(0, table.Columns.Count)];
        }

        var targets = new List<int>(columns.Count);
        foreach (var column in columns)
        {
            var index = _definitions.IndexOf(table, column);
            if (targets.Contains(index))
            {
                throw context.Fail(SqlStates.DuplicateColumn, $"column \"{table.Columns[index].Name}\" specified more than once", column.Span);
            }

            targets.Add(index);
        }

        return targets;
    }

    public BoundExpression Assigned(Expression value, ColumnDefinition column, Scope scope)
    {
        if (value is DefaultValue)
        {
            return new BoundDefault(value.Span, column.Type);
        }

        if (column.IsIdentity)
        {
            throw context.Fail(SqlStates.FeatureNotSupported, "cannot set an identity column to a value", value.Span);
        }

        return queries.Coercion.Assigned(queries.Expressions.Bind(value, scope), column.Name, column.Type);
    }

    void CheckCount(int given, int targets, bool isNamed, TextSpan span)
    {
        if (given > targets)
        {
            throw context.Fail(SqlStates.SyntaxError, "INSERT has more expressions than target columns", span);
        }

        if (isNamed && given < targets)
        {
            throw context.Fail(SqlStates.SyntaxError, "INSERT has more target columns than expressions", span);
        }
    }

    BoundValues Rows(ValuesList values, TableDefinition table, List<int> targets, bool isNamed, Scope scope)
    {
        var width = values.Rows[0].Items.Count;
        CheckCount(width, targets.Count, isNamed, values.Rows[0].Span);
        var rows = new List<BoundRow>(values.Rows.Count);
        foreach (var row in values.Rows)
        {
            if (row.Items.Count != width)
            {
                throw context.Fail(SqlStates.SyntaxError, "VALUES lists must all be the same length", row.Span);
            }

            var items = row.Items.Select((item, i) => Assigned(item, table.Columns[targets[i]], scope)).ToList();
            if (values.Rows.Count > 1 && items.Find(item => BoundWalk.Nodes(item, intoQueries: false).Any(node => node is BoundQuery)) is { } subquery)
            {
                throw context.Fail(SqlStates.FeatureNotSupported, "can't use subqueries in multi-row VALUES", subquery.Span);
            }

            rows.Add(new BoundRow(row.Span, items));
        }

        return new BoundValues(values.Span, [.. targets.Take(width).Select(target => new ResultColumn(table.Columns[target].Name, table.Columns[target].Type))], rows);
    }

    // a literal of the select list takes the column's type
    BoundQuery Reopened(BoundQuery query, TableDefinition table, List<int> targets)
    {
        if (query.Body is not BoundSelect { IsDistinct: false, GroupBy: null } select || query.OrderBy.Count > 0)
        {
            return query;
        }

        var items = select.Items.Select((item, i) => item.Value is BoundLiteral { Type.IsText: true } literal && (literal.IsNull || literal.Quoted)
            ? item with
            {
                Value = queries.Coercion.Assigned(
                    literal with { Type = literal.Text is null ? DataType.Unknown : LiteralTypes.OfText(literal.Text) }, table.Columns[targets[i]].Name, table.Columns[targets[i]].Type),
            }
            : item).ToList();
        var columns = select.Columns.Select((column, i) => column with { Type = items[i].Value.Type }).ToList();
        return query with { Body = select with { Items = items, Columns = columns }, Columns = columns };
    }

    BoundExpression Output(BoundQuery query, int index, ColumnDefinition column) => column.IsIdentity
        ? throw context.Fail(SqlStates.FeatureNotSupported, "cannot set an identity column to a value", query.Span)
        : queries.Coercion.Assigned(new BoundOutput(query.Span, query.Columns[index].Type, index), column.Name, column.Type);

    /// <summary>Binds FROM; gives the source in it that is the target, where FROM names the table again and nothing else names the target.</summary>
    BoundTable? FromScope(UpdateStatement update, TableDefinition table, BoundTable target, Scope scope, out BoundFrom? from)
    {
        from = queries.Items.BindAll(update.From, scope);
        var again = scope.Sources.OfType<BoundTable>().Where(source => source.Table == table && source.HasAlias).ToList();
        if (again is not [var only] || update.Alias is not null || NamesTarget(update, table.Name))
        {
            queries.Items.CheckNames([target], scope.Sources);
            return null;
        }

        return IsInOuterJoin(from!, only, isOuter: false)
            ? throw context.Fail(SqlStates.FeatureNotSupported, "Target table must be part of an equijoin predicate", only.Span)
            : only;
    }

    static bool NamesTarget(UpdateStatement update, string name) =>
        update.DescendantsAndSelf().OfType<ColumnReference>().Any(column => column.Parts.Count > 1 && column.Parts[0].Name == name);

    static bool IsInOuterJoin(BoundFrom from, BoundSource source, bool isOuter) => from switch
    {
        BoundJoin join => IsInOuterJoin(join.Left, source, isOuter || join.Kind is JoinKind.Left or JoinKind.Right or JoinKind.Full)
            || IsInOuterJoin(join.Right, source, isOuter || join.Kind is JoinKind.Left or JoinKind.Right or JoinKind.Full),
        _ => isOuter && ReferenceEquals(from, source),
    };
}
