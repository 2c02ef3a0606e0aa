using Starlift.Sql;

namespace Starlift.Inference;

/// <summary>The staging table and the COPY that a profile asks for: a pure function of it.</summary>
sealed record StagingTable
{
    /// <summary>Of a table on Redshift.</summary>
    const int MostColumns = 1_600;

    /// <summary>Names that Redshift keeps for itself.</summary>
    static readonly HashSet<string> SystemNames = new(StringComparer.Ordinal) { "oid", "tableoid", "xmin", "cmin", "xmax", "cmax", "ctid" };

    public required string Name { get; init; }

    public required DataProfile Profile { get; init; }

    public required KeyMapping Mapping { get; init; }

    public required IReadOnlyList<StagingColumn> Columns { get; init; }

    /// <summary>TIMEFORMAT; null where no column needs one.</summary>
    public required string? TimeFormat { get; init; }

    /// <summary>What the objects' keys fill.</summary>
    public IReadOnlyList<KeyColumn> Keys { get; private init; } = [];

    /// <summary>The load's header for them; null for none.</summary>
    public string? KeyPattern => Keys.Count == 0 ? null : string.Concat(Keys.Select(key => $"{key.Partition}={{{key.Name}}}/"));

    public bool Rounds => Columns.Any(column => column.Value.Rounds);

    public static StagingTable Of(string name, DataProfile profile)
    {
        var root = profile.Root;
        if (root.Arrays > 0 || root.Members.Count is 0 or > MostColumns)
        {
            var comment = root.Arrays > 0
                ? $"The whole record: an array of up to {root.MostElements} elements."
                : $"The whole record: {root.Members.Count} different keys, where a table has {MostColumns} columns.";
            var document = new StagingColumn("document", null, new ValueType(ValueForm.Nested, new SqlType(SqlTypeKind.Super)), comment);
            return new StagingTable { Name = name, Profile = profile, Mapping = KeyMapping.Whole, Columns = [document], TimeFormat = null, Keys = KeysOf(profile, ["document"]) };
        }

        var values = root.Members.ToDictionary(member => member, ValueType.Of);
        var format = TimeFormatOf(values.Values);
        var mapping = MappingOf(root.Members);
        var names = NamesOf(root.Members, mapping);
        return new StagingTable
        {
            Name = name,
            Profile = profile,
            Mapping = mapping,
            Columns = [.. root.Members.Select((member, at) => ColumnOf(names[at], member, InTime(values[member], format), root.Objects))],
            TimeFormat = format,
            Keys = KeysOf(profile, names),
        };
    }

    static List<KeyColumn> KeysOf(DataProfile profile, IEnumerable<string> names)
    {
        var taken = new HashSet<string>(names, StringComparer.Ordinal);
        return profile.KeyPattern is null ? [] : [.. profile.Partitions.Select(pair =>
        {
            var name = pair.Key.ToLowerInvariant();
            return KeyColumn.Of(Unique(taken.Contains(name) ? $"key_{name}" : name, taken), pair.Key, pair.Value);
        })];
    }

    static StagingColumn ColumnOf(string name, PathProfile member, ValueType value, long records) =>
        new(name, member, value, $"{(name == member.Key ? "" : $"Key {member.Key}. ")}{ValueWords.Of(member, value, records)}");

    /// <summary>A COPY has one TIMEFORMAT, and 'auto' takes no epochs: where there are texts, epochs stay numbers.</summary>
    static string? TimeFormatOf(IReadOnlyCollection<ValueType> values)
    {
        var seconds = values.Count(value => value.Form == ValueForm.EpochSeconds);
        var milliseconds = values.Count(value => value.Form == ValueForm.EpochMilliseconds);
        return values.Any(value => value.Form is ValueForm.Timestamp or ValueForm.TimestampTz) ? "auto"
            : seconds + milliseconds == 0 ? null
            : milliseconds >= seconds ? "epochmillisecs"
            : "epochsecs";
    }

    static ValueType InTime(ValueType value, string? format) => value.Form switch
    {
        ValueForm.EpochSeconds when format != "epochsecs" => value with { Type = ValueType.BigInt },
        ValueForm.EpochMilliseconds when format != "epochmillisecs" => value with { Type = ValueType.BigInt },
        _ => value,
    };

    static KeyMapping MappingOf(IReadOnlyList<PathProfile> members)
    {
        var folded = members.Select(member => member.Key.ToLowerInvariant()).ToList();
        return folded.Distinct(StringComparer.Ordinal).Count() < members.Count || !folded.TrueForAll(IsName) ? KeyMapping.Paths
            : members.Any(member => member.Key.Any(char.IsAsciiLetterUpper)) ? KeyMapping.IgnoreCase
            : KeyMapping.Auto;
    }

    static bool IsName(string folded) => NameWords.IsPlain(folded) && !SystemNames.Contains(folded);

    static List<string> NamesOf(IReadOnlyList<PathProfile> members, KeyMapping mapping)
    {
        var taken = new HashSet<string>(SystemNames, StringComparer.Ordinal);
        return [.. members.Select(member => Unique(mapping == KeyMapping.Paths ? NameWords.Snake(member.Key) : member.Key.ToLowerInvariant(), taken))];
    }

    /// <summary>The name, with a number behind it where it is taken. Takes it.</summary>
    public static string Unique(string name, ISet<string> taken)
    {
        var unique = name;
        for (var number = 2; !taken.Add(unique); number++)
        {
            unique = $"{name}_{number}";
        }

        return unique;
    }
}
