using System.Text.Json;

namespace Starlift.Inference;

/// <summary>
/// What was seen at one path of the records: kinds of values, lengths, digits, formats, and the same of what lies below. Grows with the different
/// paths and not with the records. Not thread-safe.
/// </summary>
sealed class PathProfile
{
    /// <summary>Rows are what a COPY reads, or the elements of an array around them: no key is looked for below.</summary>
    const int DeepestRows = 2;

    readonly Dictionary<string, PathProfile> _byKey = new(StringComparer.Ordinal);
    readonly List<PathProfile> _members = [];
    readonly int _depth;

    /// <param name="key">The member's key; "" of the root and of elements.</param>
    /// <param name="depth">How many objects and arrays are around it.</param>
    /// <param name="keepsRows">Its objects may be the rows of a table.</param>
    public PathProfile(string key, int depth = 0, bool keepsRows = true)
    {
        Key = key;
        _depth = depth;
        Rows = keepsRows && depth <= DeepestRows ? new SampleRows() : null;
    }

    public string Key { get; }

    /// <summary>Values of any kind, null among them.</summary>
    public long Seen { get; private set; }

    public long Nulls { get; private set; }

    public long Booleans { get; private set; }

    public long Objects { get; private set; }

    public long Arrays { get; private set; }

    public TextProfile Texts { get; } = new();

    public NumberProfile Numbers { get; } = new();

    /// <summary>Of the objects, in the order in which their keys were first seen.</summary>
    public IReadOnlyList<PathProfile> Members => _members;

    /// <summary>Of the arrays; null where there is none, or none has elements.</summary>
    public PathProfile? Element { get; private set; }

    public int MostElements { get; private set; }

    /// <summary>The objects as rows of their scalar members, near the root; null further down.</summary>
    public SampleRows? Rows { get; }

    public long Scalars => Booleans + Texts.Count + Numbers.Count;

    /// <summary>The longest text here or below, in bytes.</summary>
    public int LongestText => Math.Max(
        Texts.MaxBytes, Math.Max(_members.Select(member => member.LongestText).DefaultIfEmpty().Max(), Element?.LongestText ?? 0));

    public PathProfile? Member(string key) => _byKey.GetValueOrDefault(key);

    public void Add(JsonElement value)
    {
        Seen++;
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                AddObject(value);
                break;
            case JsonValueKind.Array:
                AddArray(value);
                break;
            case JsonValueKind.String:
                AddText(value);
                break;
            case JsonValueKind.Number:
                Numbers.Add(value.GetRawText());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                Booleans++;
                break;
            default:
                Nulls++;
                break;
        }
    }

    void AddObject(JsonElement value)
    {
        Objects++;
        foreach (var member in value.EnumerateObject())
        {
            if (!_byKey.TryGetValue(member.Name, out var profile))
            {
                profile = new PathProfile(member.Name, _depth + 1, keepsRows: false);
                _byKey.Add(member.Name, profile);
                _members.Add(profile);
            }

            profile.Add(member.Value);
        }

        Rows?.Add(value);
    }

    void AddArray(JsonElement value)
    {
        Arrays++;
        var length = value.GetArrayLength();
        MostElements = Math.Max(MostElements, length);
        if (length > 0)
        {
            Element ??= new PathProfile("", _depth + 1);
            foreach (var element in value.EnumerateArray())
            {
                Element.Add(element);
            }
        }
    }

    void AddText(JsonElement value)
    {
        try
        {
            Texts.Add(value.GetString()!);
        }
        catch (InvalidOperationException)
        {
            Texts.AddBroken();
        }
    }
}
