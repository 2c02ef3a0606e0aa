using Starlift.Sql;

namespace Starlift.Inference;

/// <summary>The columns of one star table as they are added, each with a name of its own.</summary>
/// <param name="source">Where the rows come from.</param>
/// <param name="records">Of how many records.</param>
sealed class RowColumns(RowSource source, long records)
{
    readonly List<StarColumn> _all = [];
    readonly Dictionary<PathProfile, StarColumn> _byPath = [];
    readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public IReadOnlyList<StarColumn> All => _all;

    public long Records => records;

    public StarColumn? Find(PathProfile path) => _byPath.GetValueOrDefault(path);

    /// <summary>A member of the record.</summary>
    public StarColumn Add(PathProfile member) => Add(member, [member.Key]);

    /// <summary>A member of it or of an object in it. Added once.</summary>
    public StarColumn Add(PathProfile member, IReadOnlyList<string> keys)
    {
        if (_byPath.TryGetValue(member, out var known))
        {
            return known;
        }

        var column = Make(member, keys);
        column = column with { Name = StagingTable.Unique(column.Name, _taken) };
        _byPath.Add(member, column);
        _all.Add(column);
        return column;
    }

    /// <summary>A column that the data does not hold as it is.</summary>
    public StarColumn AddOwn(string name, SqlType type, string expression, string comment)
    {
        var column = new StarColumn(StagingTable.Unique(name, _taken), type, expression, comment);
        _all.Add(column);
        return column;
    }

    /// <summary>A column of the table that this one belongs to.</summary>
    public void Inherit(StarColumn column)
    {
        _taken.Add(column.Name);
        _all.Add(column);
    }

    /// <summary>The same as <see cref="Add(PathProfile)"/>, for another table.</summary>
    public StarColumn Make(PathProfile member) => Make(member, [member.Key]);

    StarColumn Make(PathProfile member, IReadOnlyList<string> keys)
    {
        var value = ValueType.Of(member);
        return new StarColumn(NameWords.Snake(string.Join('_', keys)), value.Type, source.Value(keys, member, value), ValueWords.Of(member, value, records));
    }
}
