using Starlift.Sql;

namespace Starlift.Inference;

/// <summary>
/// Proposes a star of a profile: a fact of the records, a dimension of each object in them that has an id and of columns that depend on one, a
/// dimension of days, and a table of each array of objects. A pure function of the profile.
/// </summary>
sealed class StarProposal
{
    /// <summary>An object with more keys is many things at once, and stays SUPER.</summary>
    const int MostFlattened = 12;

    const int DeepestFlattened = 2;

    static readonly SqlType Integer = new(SqlTypeKind.Integer);
    static readonly SqlType Day = new(SqlTypeKind.Date);

    readonly string _name;
    readonly HashSet<string> _tables;
    readonly List<StarTable> _dimensions = [];
    readonly List<StarTable> _children = [];

    StarProposal(string name)
    {
        _name = name;
        _tables = new HashSet<string>(StringComparer.Ordinal) { name };
    }

    /// <param name="name">What the records are called; the fact's name.</param>
    /// <param name="staging">What is loaded.</param>
    /// <returns>Dimensions, the fact, tables of arrays; none where the records are no objects.</returns>
    public static IReadOnlyList<StarTable> Of(string name, StagingTable staging)
    {
        var record = staging.Profile.Record;
        return record.Objects == 0 || record.Members.Count == 0 ? [] : new StarProposal(name).Propose(record, RowSource.Of(staging), staging.Keys);
    }

    IReadOnlyList<StarTable> Propose(PathProfile record, RowSource source, IReadOnlyList<KeyColumn> fromKeys)
    {
        var columns = new RowColumns(source, record.Objects);
        var choice = KeyChoice.Of(record, _name);
        var key = choice.Members.Count > 0
            ? [.. choice.Members.Select(columns.Add)]
            : new List<StarColumn> { columns.AddOwn("record_key", new SqlType(SqlTypeKind.Varchar, 32), $"md5({source.WholeText})", "Hash of the record: nothing in it tells records apart.") };
        var times = record.Members.Where(member => KeyChoice.IsTime(ValueType.Of(member).Form)).ToList();
        var main = times.Find(member => !NameWords.SayUpdate(member.Key) && columns.Records == member.Seen - member.Nulls) ?? times.FirstOrDefault();
        var newest = times.Find(member => NameWords.SayUpdate(member.Key)) ?? main;
        var seen = newest is null ? null : columns.Find(newest) ?? columns.Make(newest);

        var references = new List<(IReadOnlyList<string>, string)>();
        var arrays = new List<(IReadOnlyList<string> Keys, PathProfile Array)>();
        var rest = new Flattening(this, source, columns, references, arrays, seen);
        rest.AddDependent(record, choice);
        rest.Add(record, [], 0);
        fromKeys.ToList().ForEach(column => columns.AddOwn(column.Name, column.Type, $"s.{NameWords.Sql(column.Name)}", column.Comment));
        if (main is not null)
        {
            references.Add(([AddDays(columns, main, source)], _dimensions[^1].Name));
        }

        var own = newest is null ? null : columns.Find(newest);
        var fact = new StarTable
        {
            Name = _name,
            Comment = choice.Repeats ? "One row a key: of several records the newest." : "One row a record.",
            Columns = columns.All,
            KeyLength = key.Count,
            References = references,
            Newest = own is not null && !key.Contains(own) ? own.Name : null,
            From = source.From,
        };
        arrays.ForEach(array => AddChild(fact, source, array.Keys, array.Array, depth: 1));
        return [.. _dimensions, fact, .. _children];
    }

    string AddDays(RowColumns columns, PathProfile main, RowSource source)
    {
        var time = columns.Find(main)!;
        var day = columns.AddOwn("day", Day, $"cast({time.Expression} as date)", $"The day of {time.Name}, UTC.");
        StarColumn Part(string name, string part, string comment) => new(name, Integer, $"extract({part} from {time.Expression})", comment);
        _dimensions.Add(new StarTable
        {
            Name = StagingTable.Unique($"{_name}_days", _tables),
            Comment = $"Dimension: one row a day of {_name}.",
            Columns =
            [
                new StarColumn("day", Day, day.Expression, "The day."), Part("year", "year", "Calendar year."), Part("month", "month", "Month, 1 to 12."), Part("day_of_month", "day", "Day of the month, 1 to 31."),
                Part("week", "week", "ISO 8601 week, 1 to 53."), Part("weekday", "dow", "Day of the week, 0 (Sunday) to 6 (Saturday)."),
            ],
            KeyLength = 1,
            IsDistinct = true,
            From = source.From,
        });
        return day.Name;
    }

    /// <summary>A dimension of an id and what depends on it.</summary>
    /// <returns>Its name.</returns>
    string AddDimension(string what, StarColumn key, IEnumerable<StarColumn> others, StarColumn? seen, RowSource source)
    {
        var columns = new List<StarColumn> { key };
        columns.AddRange(others);
        StarColumn? last = null;
        if (seen is not null)
        {
            var taken = columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
            last = seen with { Name = StagingTable.Unique("last_seen_at", taken), Comment = $"{seen.Name} of the newest record of it." };
            columns.Add(last);
        }

        var table = new StarTable
        {
            Name = StagingTable.Unique($"{_name}_{what}", _tables),
            Comment = $"Dimension: one row a {what.Replace('_', ' ')}, as of its newest record.",
            Columns = columns,
            KeyLength = 1,
            Newest = last?.Name,
            From = source.From,
        };
        _dimensions.Add(table);
        return table.Name;
    }

    void AddChild(StarTable parent, RowSource source, IReadOnlyList<string> keys, PathProfile array, int depth)
    {
        var what = NameWords.Snake(keys[^1]);
        var (element, position) = ($"e{depth}", StagingTable.Unique($"{what}_position", parent.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal)));
        var inherited = parent.Key.Concat(parent.Columns.Where(column => column.Name == parent.Newest)).ToList();
        var from = $"{source.From}, {source.Array(keys)} as {element} at {position}";
        if (source.Array(keys) is null)
        {
            // A path can't name the array, so that a query of its own gives it a name.
            var selected = string.Join(", ", inherited.Select(column => $"{column.Expression} as {NameWords.Sql(column.Name)}").Append($"{source.ParsedArray(keys)} as list"));
            from = $"(select {selected} from {source.From}) as p{depth}, p{depth}.list as {element} at {position}";
            inherited = [.. inherited.Select(column => column with { Expression = $"p{depth}.{NameWords.Sql(column.Name)}" })];
        }

        var inner = new RowSource(from, element, new Dictionary<string, StagingColumn>());
        var columns = new RowColumns(inner, array.Element!.Objects);
        inherited.Take(parent.KeyLength).ToList().ForEach(columns.Inherit);
        columns.AddOwn(position, new SqlType(SqlTypeKind.BigInt), position, $"Place in {keys[^1]}, from 0.");
        inherited.Skip(parent.KeyLength).ToList().ForEach(columns.Inherit);
        var arrays = new List<(IReadOnlyList<string> Keys, PathProfile Array)>();
        new Flattening(this, inner, columns, [], arrays, seen: null).Add(array.Element!, [], 0);
        var child = new StarTable
        {
            Name = StagingTable.Unique($"{parent.Name}_{what}", _tables),
            Comment = $"One row an element of {keys[^1]} of {parent.Name}. Where a later object brings a record again with fewer elements, those that it lacks stay{(parent.Newest is { } newest ? $": they have an earlier {newest} than {parent.Name}" : "")}.",
            Columns = columns.All,
            KeyLength = parent.KeyLength + 1,
            References = [([.. parent.Key.Select(column => column.Name)], parent.Name)],
            Newest = parent.Newest,
            From = from,
        };
        _children.Add(child);
        arrays.ForEach(next => AddChild(child, inner, next.Keys, next.Array, depth + 1));
    }

    /// <summary>Makes columns of a record's members.</summary>
    sealed class Flattening(
        StarProposal star, RowSource source, RowColumns columns, List<(IReadOnlyList<string>, string)> references, List<(IReadOnlyList<string> Keys, PathProfile Array)> arrays, StarColumn? seen)
    {
        readonly HashSet<PathProfile> _moved = [];

        public void Add(PathProfile record, IReadOnlyList<string> around, int depth)
        {
            foreach (var member in record.Members.Where(member => !_moved.Contains(member)))
            {
                IReadOnlyList<string> keys = [.. around, member.Key];
                var isObject = member is { Objects: > 0, Arrays: 0, Scalars: 0 };
                if (member is { Arrays: > 0, Objects: 0, Scalars: 0, Element: { Objects: > 0, Arrays: 0, Scalars: 0 } })
                {
                    arrays.Add((keys, member));
                }
                else if (isObject && seen is not null && IdOf(member) is { } id)
                {
                    AddReferred(member, id, keys);
                }
                else if (isObject && depth < DeepestFlattened && member.Members.Count is > 0 and <= MostFlattened)
                {
                    Add(member, keys, depth + 1);
                }
                else if (ValueType.Of(member).Form != ValueForm.Nothing && columns.Find(member) is null)
                {
                    columns.Add(member, keys);
                }
            }
        }

        /// <summary>customer_name and customer_email depend on customer_id: they make a dimension of customers.</summary>
        public void AddDependent(PathProfile record, KeyChoice key)
        {
            foreach (var id in record.Members.Where(member => seen is not null && NameWords.Of(member.Key) is [_, .., "id"] && !key.Members.Contains(member) && member.Scalars > 0 && member.Objects + member.Arrays == 0 && Repeats(record, member)))
            {
                var prefix = NameWords.Snake(id.Key)[..^"id".Length];
                var dependent = record.Members
                    .Where(member => member != id && NameWords.Snake(member.Key).StartsWith(prefix, StringComparison.Ordinal) && member.Objects + member.Arrays == 0 && !key.Members.Contains(member) && !KeyChoice.IsTime(ValueType.Of(member).Form) && record.Rows!.Determines(id.Key, member.Key))
                    .ToList();
                if (dependent.Count > 0)
                {
                    var reference = columns.Add(id);
                    _moved.UnionWith(dependent);
                    references.Add(([reference.Name], star.AddDimension(prefix.TrimEnd('_'), reference, dependent.Select(columns.Make), seen, source)));
                }
            }
        }

        /// <summary>Each value is there twice and more: what has a value of its own in each row determines everything and says nothing.</summary>
        static bool Repeats(PathProfile record, PathProfile member) => record.Rows!.DistinctOf([member.Key]) is > 0 and var distinct && 2 * distinct <= record.Rows.Count;

        void AddReferred(PathProfile member, PathProfile id, IReadOnlyList<string> keys)
        {
            var what = NameWords.Snake(member.Key);
            var inner = new RowColumns(source, member.Objects);
            var key = inner.Add(id, [.. keys, id.Key]) with { Name = $"{what}_id" };
            var own = new Flattening(star, source, inner, [], [], seen: null);
            own._moved.Add(id);
            own.Add(member, keys, 1);
            var reference = columns.AddOwn(key.Name, key.Type, key.Expression, $"The {what.Replace('_', ' ')}.");
            references.Add(([reference.Name], star.AddDimension(what, key with { Comment = key.Comment }, inner.All.Skip(1).Where(column => column.Name != key.Name), seen, source)));
        }

        static PathProfile? IdOf(PathProfile member) => member.Members.FirstOrDefault(candidate =>
            NameWords.Of(candidate.Key) is ["id"] && ValueType.Of(candidate).Form is ValueForm.Integer or ValueForm.Text && candidate.Seen - candidate.Nulls == member.Objects);
    }
}
