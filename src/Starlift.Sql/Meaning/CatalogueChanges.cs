using Starlift.Sql.Meaning.Binding;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Meaning.Functions;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning;

/// <summary>What a catalogue is after a statement, as far as the statement alone tells.</summary>
public static class CatalogueChanges
{
    /// <summary>The catalogue after the statement; the same one where it changes nothing that is known.</summary>
    public static Catalogue After(Catalogue catalogue, BoundStatement statement) =>
        Changed(After(catalogue.Settings, statement) is var settings && ReferenceEquals(settings, catalogue.Settings) ? catalogue : catalogue.WithSettings(settings), statement);

    static Catalogue Changed(Catalogue catalogue, BoundStatement statement) => statement switch
    {
        BoundCreateTable create when create.IfNotExists && catalogue.Find(create.Table.Schema, create.Table.Name) is not null => catalogue,
        BoundCreateTable create => catalogue.With(create.Table),
        BoundCreateFromQuery create => catalogue.With(create.Table),
        BoundOther { Statement: DropStatement drop } => Dropped(catalogue, drop),
        BoundOther { Statement: AlterTableStatement alter } => Altered(catalogue, alter),
        BoundOther { Statement: CreateSchemaStatement { Name: { } name } } => catalogue.WithSchema(name.Name),
        BoundOther { Statement: CreateRoutineStatement { Kind: ObjectKind.Function } create } => Made(catalogue, create),
        BoundOther { Statement: SetStatement set } => Set(catalogue, set),
        BoundOther { Statement: ResetStatement reset } => Reset(catalogue, reset),
        _ => catalogue,
    };

    static Catalogue Made(Catalogue catalogue, CreateRoutineStatement create)
    {
        var parameters = create.Parameters.Select(parameter => TypeSpellings.Read(parameter.Type, inTable: false, out _) ?? DataType.Open).ToList();
        return create.Returns is not null && TypeSpellings.Read(create.Returns, inTable: false, out _) is { } result
            ? catalogue.With(FunctionRow.OfUser(create.Name.Parts[^1].Name, parameters, result))
            : catalogue;
    }

    static Catalogue Dropped(Catalogue catalogue, DropStatement drop)
    {
        if (drop.Kind is not (ObjectKind.Table or ObjectKind.View or ObjectKind.MaterializedView))
        {
            return catalogue;
        }

        foreach (var name in drop.Names)
        {
            catalogue = Find(catalogue, name.Name) is { } table ? catalogue.Without(table) : catalogue;
        }

        return catalogue;
    }

    static Catalogue Altered(Catalogue catalogue, AlterTableStatement alter)
    {
        if (Find(catalogue, alter.Table) is not { } table)
        {
            return catalogue;
        }

        foreach (var action in alter.Actions)
        {
            catalogue = catalogue.Without(table);
            table = Altered(table, action);
            catalogue = catalogue.With(table);
        }

        return catalogue;
    }

    static TableDefinition Altered(TableDefinition table, AlterAction action) => action switch
    {
        AddColumn { Column: { } added } when TypeSpellings.Read(added.Type, inTable: true, out _) is { } type =>
            table with { Columns = [.. table.Columns, new ColumnDefinition(added.Name.Name, type)] },
        DropColumn drop => table with { Columns = [.. table.Columns.Where(column => column.Name != drop.Column.Name)] },
        RenameColumn rename => Changed(table, rename.Column, column => column with { Name = rename.Name.Name }),
        ChangeColumnType change when TypeSpellings.Read(change.Type, inTable: true, out _) is { } type => Changed(table, change.Column, column => column with { Type = type }),
        RenameTable rename => table with { Name = rename.Name.Name },
        _ => table,
    };

    static TableDefinition Changed(TableDefinition table, Identifier name, Func<ColumnDefinition, ColumnDefinition> change) =>
        table with { Columns = [.. table.Columns.Select(column => column.Name == name.Name ? change(column) : column)] };

    static TableDefinition? Find(Catalogue catalogue, QualifiedName name) =>
        catalogue.Find(name.Parts.Count > 1 ? name.Parts[^2].Name : null, name.Parts[^1].Name);

    /// <summary>The parameters with what the statement sets.</summary>
    public static SessionSettings After(SessionSettings settings, BoundStatement statement)
    {
        settings = statement.Changes.Aggregate(settings, (changed, change) => changed.With(change.Name, change.Value));
        return statement switch
        {
            BoundOther { Statement: SetStatement { Rest: null } set } => settings.With(SettingBinder.NameOf(set.Name), set.Values.Count == 0 ? null : ValueOf(set)),
            BoundOther { Statement: ResetStatement { Name: { } name } } => settings.With(SettingBinder.NameOf(name), null),
            BoundOther { Statement: ResetStatement } => SessionSettings.Default,
            _ => settings,
        };
    }

    static Catalogue Set(Catalogue catalogue, SetStatement set) =>
        SettingBinder.NameOf(set.Name) == "search_path" ? catalogue.WithSearchPath([.. Schemas(set.Values)]) : catalogue;

    static Catalogue Reset(Catalogue catalogue, ResetStatement reset) =>
        reset.Name is null || SettingBinder.NameOf(reset.Name) == "search_path" ? catalogue.WithSearchPath("public") : catalogue;

    static string ValueOf(SetStatement set)
    {
        var values = string.Join(", ", set.Values.Select(Written));
        return set.Name.Parts[^1].Name == "datestyle" ? DateStyle(values) : values;
    }

    // the style is told before the order, however they are written
    static string DateStyle(string value)
    {
        var words = value.ToUpperInvariant().Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        var order = words.FirstOrDefault(word => word is "MDY" or "DMY" or "YMD") ?? "MDY";
        return $"{words.FirstOrDefault(word => word is "ISO" or "SQL" or "POSTGRES" or "GERMAN") ?? "ISO"}, {order}";
    }

    static string Written(Expression value) => value switch
    {
        StringLiteral text => text.Value,
        UnaryExpression { Operator: UnaryOperator.Minus, Operand: var operand } => $"-{Written(operand)}",
        _ => Text(value) ?? "",
    };

    static IEnumerable<string> Schemas(IReadOnlyList<Expression> values) => values.Count == 0
        ? ["public"]
        : values.Select(Text).OfType<string>().SelectMany(text => text.Split(',')).Select(name => name.Trim(' ', '"')).Where(name => name != "$user");

    static string? Text(Expression value) => value switch
    {
        StringLiteral text => text.Value.ToLowerInvariant(),
        ColumnReference { Parts: [var name] } => name.Name,
        BooleanLiteral boolean => boolean.Value ? "true" : "false",
        NumberLiteral number => number.Digits,
        KeywordCall word => word.Name,
        _ => null,
    };
}
