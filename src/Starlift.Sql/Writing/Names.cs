using Starlift.Sql.Meaning.Bound;

namespace Starlift.Sql.Writing;

/// <summary>Names for what a statement's sources and common tables are called in an engine's text: no two have the same one.</summary>
sealed class Names
{
    readonly Dictionary<object, string> _given = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<object, IReadOnlyList<string>> _columns = new(ReferenceEqualityComparer.Instance);
    readonly HashSet<string> _aliases = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> _tables = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The alias of a source.</summary>
    public string Of(BoundSource source) => Of(source, source.Name ?? "q", _aliases);

    /// <summary>The name of a common table.</summary>
    public string Of(CommonTableDefinition table) => Of(table, table.Name, _tables);

    /// <summary>An alias that nothing else has.</summary>
    public string New(string wanted) => New(wanted, _aliases);

    static string New(string wanted, HashSet<string> taken)
    {
        var name = wanted;
        for (var number = 2; !taken.Add(name); number++)
        {
            name = $"{wanted}_{number}";
        }

        return name;
    }

    /// <summary>The names by which the columns of a source are asked for: those of a table are its own, those of a query are made unlike each other.</summary>
    public IReadOnlyList<string> ColumnsOf(BoundSource source) => source switch
    {
        BoundTable => [],
        BoundCommonTable common => ColumnsOf(common.Definition),
        _ => Columns(source, source.Columns),
    };

    /// <summary>The names by which the columns of a common table are asked for.</summary>
    public IReadOnlyList<string> ColumnsOf(CommonTableDefinition table) => Columns(table, table.Columns);

    /// <summary>The column's name behind its source's alias.</summary>
    public string Column(BoundSource source, int index)
    {
        if (source is BoundTable { Table.Columns: var columns })
        {
            return index < columns.Count ? columns[index].Name : source.Columns[index].Name;
        }

        var names = ColumnsOf(source);
        return index < names.Count ? names[index] : source.Columns[index].Name;
    }

    string Of(object thing, string wanted, HashSet<string> taken) => _given.TryGetValue(thing, out var name) ? name : _given[thing] = New(wanted, taken);

    IReadOnlyList<string> Columns(object thing, IReadOnlyList<SourceColumn> columns)
    {
        if (_columns.TryGetValue(thing, out var names))
        {
            return names;
        }

        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var given = new List<string>(columns.Count);
        foreach (var column in columns)
        {
            var name = column.Name;
            for (var number = 2; !taken.Add(name); number++)
            {
                name = $"{column.Name}_{number}";
            }

            given.Add(name);
        }

        return _columns[thing] = given;
    }
}
