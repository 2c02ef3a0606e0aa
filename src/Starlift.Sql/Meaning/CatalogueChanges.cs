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
    public static Catalogue After(Catalogue catalogue, BoundStatement statement) => statement switch
    {
        BoundCreateTable create when create.IfNotExists && catalogue.Find(create.Table.Schema, create.Table.Name) is not null => catalogue,
        BoundCreateTable create => catalogue.With(create.Table),
        BoundCreateFromQuery create => catalogue.With(create.Table),
        BoundOther { Statement: DropStatement drop } => Dropped(catalogue, drop),
        BoundOther { Statement: AlterTableStatement alter } => Altered(catalogue, alter),
        BoundOther { Statement: CreateSchemaStatement { Name: { } name } } => catalogue.WithSchema(name.Name),
        BoundOther { Statement: CreateRoutineStatement { Kind: ObjectKind.Function } create } => Made(catalogue, create),
        BoundOther { Statement: SetStatement set } => Set(catalogue, set),
        BoundOther { Statement: ResetStatement reset } => Assigned(catalogue, reset.Name?.Parts[^1].Name, []),
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

    static Catalogue Set(Catalogue catalogue, SetStatement set) => Assigned(catalogue, set.Name.Parts[^1].Name, set.Values);

    // no values are the default
    static Catalogue Assigned(Catalogue catalogue, string? name, IReadOnlyList<Expression> values)
    {
        var settings = catalogue.Settings;
        var isOn = values is [var value] && Text(value) is "on" or "true" or "1" or "yes" or "t";
        return name switch
        {
            "enable_case_sensitive_identifier" => catalogue.WithSettings(settings with { CaseSensitiveIdentifier = isOn }),
            "enable_case_sensitive_super_attribute" => catalogue.WithSettings(settings with { CaseSensitiveSuperAttribute = isOn }),
            "describe_field_name_in_uppercase" => catalogue.WithSettings(settings with { UppercaseFieldNames = isOn }),
            "search_path" => catalogue.WithSearchPath([.. Schemas(values)]),
            null => catalogue.WithSettings(SessionSettings.Default).WithSearchPath("public"),
            _ => catalogue,
        };
    }

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
