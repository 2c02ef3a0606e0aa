using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Functions;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>
/// Finds what a name means. A name before a dot is a table of FROM before it is a column; only where no table has it, it is a SUPER value
/// (Amazon Redshift: "Querying semi-structured data"; PostgreSQL 8.0: transformColumnRef).
/// </summary>
sealed class ColumnBinder(BindContext context)
{
    public BoundExpression Bind(ColumnReference reference, Scope scope)
    {
        var parts = reference.Parts;
        var depth = 0;
        for (var at = scope; at is not null; at = at.Outer, depth++)
        {
            if (IsVisible(scope, at) && Find(reference, at, depth) is { } found)
            {
                // no query is skipped
                return depth < 2 || found is BoundAlias ? found : throw context.Fail(SqlStates.FeatureNotSupported, Correlation.Message, reference.Span);
            }
        }

        if (parts.Count == 1)
        {
            if (FunctionCatalogue.Find(parts[0].Name) is { Bare: true } function)
            {
                return new BoundCall(reference.Span, function.Overloads[0].Type, function, []);
            }

            var name = context.NameOf(parts[0]);
            throw context.Fail(SqlStates.UndefinedColumn, $"column \"{name}\" does not exist", reference.Span, NearMiss.Hint(name, VisibleFrom(scope).SelectMany(at => at.Columns).Select(column => column.Name)));
        }

        var (first, second) = (context.NameOf(parts[0]), context.NameOf(parts[1]));
        throw VisibleFrom(scope).Select(at => FindSource(at, first)).FirstOrDefault(source => source is not null) is { } source
            ? context.Fail(SqlStates.UndefinedColumn, $"column {first}.{second} does not exist", reference.Span, NearMiss.Hint(second, source.Columns.Select(column => column.Name)))
            : context.Fail(SqlStates.UndefinedTable, $"relation \"{first}\" does not exist", reference.Span);
    }

    /// <summary>The SUPER value that a name in FROM means, or null where it begins with no table or array of FROM.</summary>
    public BoundExpression? BindArray(IReadOnlyList<Identifier> parts, TextSpan span, Scope scope)
    {
        var depth = 0;
        for (var at = scope; at is not null; at = at.Outer, depth++)
        {
            if (IsVisible(scope, at) && FindSource(at, context.NameOf(parts[0])) is { } source)
            {
                return parts.Count == 1
                    ? source is BoundElements or BoundAttributes ? Column(source, 0, depth, span) : null
                    : Qualified(source, new ColumnReference(span, parts), 1, depth)
                        ?? (context.Catalogue.Find(context.NameOf(parts[^2]), context.NameOf(parts[^1])) is not null
                            ? null
                            : throw context.Fail(SqlStates.UndefinedColumn, $"column {context.NameOf(parts[0])}.{context.NameOf(parts[1])} does not exist", span));
            }
        }

        return null;
    }

    /// <summary>All columns that a star means.</summary>
    public IEnumerable<VisibleColumn> Star(Star star, Scope scope)
    {
        if (star.Qualifier is null)
        {
            return scope.Sources.Count > 0
                ? [.. scope.Columns.Where(column => !BoundOpenStar.Is(column.Name, column.Value.Type)), .. scope.Sources.Where(IsOpen).Select(source => OpenStar(star, source))]
                : throw context.Fail(SqlStates.SyntaxError, "SELECT * with no tables specified is not valid", star.Span);
        }

        var parts = star.Qualifier.Parts;
        foreach (var source in scope.Sources)
        {
            if (IsNamed(source, parts))
            {
                var columns = FromResult.Of(source).Columns;
                return IsOpen(source) ? [OpenStar(star, source)] : columns;
            }
        }

        throw context.Fail(SqlStates.UndefinedTable, $"relation \"{string.Join('.', parts.Select(context.NameOf))}\" does not exist", star.Span);
    }

    static VisibleColumn OpenStar(Star star, BoundSource source) => new(BoundOpenStar.Name, new BoundOpenStar(star.Span, source));

    /// <summary>The path with one more step.</summary>
    public BoundPath Step(BoundExpression root, PathStep step, TextSpan span)
    {
        if (root is BoundPath path)
        {
            return new BoundPath(span, path.Root, [.. path.Steps, step]);
        }

        return root.Type.IsSuper || root.Type.IsUnknown
            ? new BoundPath(span, root, [step])
            : throw context.Fail(
                SqlStates.DatatypeMismatch,
                step.Index is null
                    ? $"attribute notation .{step.Attribute} applied to type {TypeNames.Bare(root.Type.Kind)}, which is not a SUPER type"
                    : "cannot subscript type " + TypeNames.Bare(root.Type.Kind) + " because it is not an array",
                span);
    }

    public PathStep StepOf(Identifier name)
    {
        var (attribute, ignoresCase) = context.AttributeOf(name);
        return new PathStep(attribute, ignoresCase, null);
    }

    // what stands beside a query in FROM can't be seen from it
    static bool IsVisible(Scope from, Scope at)
    {
        for (var scope = from; !ReferenceEquals(scope, at); scope = scope.Outer!)
        {
            if (!scope.SeesOuter && ReferenceEquals(scope.Outer, at))
            {
                return false;
            }
        }

        return true;
    }

    BoundExpression? Find(ColumnReference reference, Scope scope, int depth)
    {
        var parts = reference.Parts;
        if (parts.Count > 1)
        {
            if (FindSource(scope, context.NameOf(parts[0])) is { } source && Qualified(source, reference, 1, depth) is { } column)
            {
                return column;
            }

            // schema.table.column, database.schema.table.column
            for (var at = 0; at + 2 < parts.Count && at < 2; at++)
            {
                if (SchemaQualified(scope, parts[at], parts[at + 1]) is { } table && Qualified(table, reference, at + 2, depth) is { } ofTable)
                {
                    return ofTable;
                }
            }
        }

        return Plain(parts[0], scope, depth, reference.Span, needsSuper: parts.Count > 1) is { } root ? Path(root, reference, 1) : null;
    }

    // the column behind the source's name, and the attributes behind the column
    BoundExpression? Qualified(BoundSource source, ColumnReference reference, int at, int depth)
    {
        var parts = reference.Parts;
        if (IndexOf(source, context.NameOf(parts[at]), parts[at].Span) is >= 0 and var index)
        {
            return Path(Column(source, index, depth, SpanTo(reference, at)), reference, at + 1);
        }

        return source is BoundElements { IsUnnest: false } or BoundAttributes ? Path(Column(source, 0, depth, SpanTo(reference, at - 1)), reference, at) : null;
    }

    BoundExpression Path(BoundExpression root, ColumnReference reference, int from)
    {
        for (var i = from; i < reference.Parts.Count; i++)
        {
            root = Step(root, StepOf(reference.Parts[i]), SpanTo(reference, i));
        }

        return root;
    }

    BoundExpression? Plain(Identifier identifier, Scope scope, int depth, TextSpan span, bool needsSuper)
    {
        var name = context.NameOf(identifier);
        var found = default(BoundExpression);
        foreach (var column in scope.Columns)
        {
            if (column.Name != name || needsSuper && !(column.Value.Type.IsSuper || column.Value.Type.IsUnknown))
            {
                continue;
            }

            found = found is null ? column.Value : throw context.Fail(SqlStates.AmbiguousColumn, $"column reference \"{name}\" is ambiguous", span);
        }

        if (found is not null)
        {
            return Placed(found, span, depth);
        }

        foreach (var (alias, value) in scope.Aliases)
        {
            if (alias == name && (!needsSuper || value.Type.IsSuper))
            {
                return new BoundAlias(identifier.Span, name, value, depth);
            }
        }

        if (scope.HasLevel && name == "level")
        {
            return new BoundLevel(identifier.Span);
        }

        foreach (var source in scope.Sources)
        {
            if (IsOpen(source) && !needsSuper)
            {
                return Column(source, IndexOf(source, name, identifier.Span), depth, identifier.Span);
            }
        }

        return null;
    }

    static BoundExpression Placed(BoundExpression column, TextSpan span, int depth) => column switch
    {
        BoundColumn plain => plain with { Span = span, Depth = plain.Depth + depth },
        BoundMergedColumn merged => merged with { Span = span, Left = Placed(merged.Left, span, depth), Right = Placed(merged.Right, span, depth) },
        BoundConversion converted => converted with { Span = span, Operand = Placed(converted.Operand, span, depth) },
        _ => column,
    };

    static BoundColumn Column(BoundSource source, int index, int depth, TextSpan span) => new(span, source, index, depth);

    int IndexOf(BoundSource source, string name, TextSpan span)
    {
        var found = -1;
        for (var i = 0; i < source.Columns.Count; i++)
        {
            if (source.Columns[i].Name == name)
            {
                found = found < 0 ? i : throw context.Fail(SqlStates.AmbiguousColumn, $"column reference \"{name}\" is ambiguous", span);
            }
        }

        if (found < 0 && IsOpen(source) && source.Columns is List<SourceColumn> growing)
        {
            growing.Add(new SourceColumn(name, DataType.Open));
            return growing.Count - 1;
        }

        return found;
    }

    static bool IsOpen(BoundSource source) => source switch
    {
        BoundTable table => table.Table.IsOpen,
        BoundFunctionSource function => function.IsOpen,
        BoundDerivedTable or BoundCommonTable => source.Columns.Any(column => BoundOpenStar.Is(column.Name, column.Type)),
        _ => false,
    };

    static IEnumerable<Scope> VisibleFrom(Scope scope)
    {
        for (var at = scope; at is not null; at = at.Outer)
        {
            if (IsVisible(scope, at))
            {
                yield return at;
            }
        }
    }

    static BoundSource? FindSource(Scope scope, string name)
    {
        foreach (var source in scope.Sources)
        {
            if (source.Name == name)
            {
                return source;
            }
        }

        return null;
    }

    // only a table without an alias has its own name
    BoundTable? SchemaQualified(Scope scope, Identifier schemaName, Identifier tableName)
    {
        var (schema, name) = (context.NameOf(schemaName), context.NameOf(tableName));
        foreach (var source in scope.Sources)
        {
            if (source is BoundTable { HasAlias: false } table && table.Table.Schema == schema && table.Table.Name == name)
            {
                return table;
            }
        }

        return null;
    }

    bool IsNamed(BoundSource source, IReadOnlyList<Identifier> parts) => parts.Count == 1
        ? source.Name == context.NameOf(parts[0])
        : source is BoundTable { HasAlias: false } table && table.Table.Name == context.NameOf(parts[^1]) && table.Table.Schema == context.NameOf(parts[^2]);

    static TextSpan SpanTo(ColumnReference reference, int part) => TextSpan.Between(reference.Parts[0].Span, reference.Parts[part].Span);
}
