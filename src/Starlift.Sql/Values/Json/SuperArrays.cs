using System.Text;
using System.Text.Json;

namespace Starlift.Sql.Values.Json;

/// <summary>
/// Functions of SUPER arrays, which are JSON (Amazon Redshift: "Array functions"). Elements are equal where their values are: 1 is 1.0. What is no
/// array is null.
/// </summary>
public static class SuperArrays
{
    /// <summary>The 0-based positions at which a value stands; null where that isn't known, because null is to match nothing.</summary>
    /// <param name="array">Any JSON value.</param>
    /// <param name="value">What is looked for.</param>
    /// <param name="nullsMatch">False where null is an unknown value.</param>
    public static IReadOnlyList<int>? Positions(ReadOnlySpan<byte> array, ReadOnlySpan<byte> value, bool nullsMatch)
    {
        var sought = Read(value);
        if (Elements(array) is not { } elements || !nullsMatch && sought.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        List<int> found = [.. Enumerable.Range(0, elements.Count).Where(index => JsonElement.DeepEquals(elements[index], sought))];
        return found.Count == 0 && !nullsMatch && elements.Exists(element => element.ValueKind == JsonValueKind.Null) ? null : found;
    }

    /// <summary>ARRAY_DISTINCT: each value once.</summary>
    public static bool TryDistinct(ReadOnlySpan<byte> array, TextBuffer result) => Elements(array) is { } elements && Write(Distinct(elements), result);

    /// <summary>ARRAY_UNION: each value of either once.</summary>
    public static bool TryUnion(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, TextBuffer result) =>
        Elements(one) is { } first && Elements(other) is { } second && Write(Distinct([.. first, .. second]), result);

    /// <summary>ARRAY_EXCEPT: the values of the first, each less as often as the second has it.</summary>
    /// <param name="isDistinct">Each value once, and none that the second has.</param>
    public static bool TryExcept(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, bool isDistinct, TextBuffer result)
    {
        if (Elements(one) is not { } first || Elements(other) is not { } second)
        {
            return false;
        }

        return Write(isDistinct ? Distinct(first).FindAll(element => !Has(second, element)) : first.FindAll(element => !Take(second, element)), result);
    }

    /// <summary>ARRAY_INTERSECTION: the values of both, each as often as both have it.</summary>
    /// <param name="isDistinct">Each value once.</param>
    public static bool TryIntersect(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, bool isDistinct, TextBuffer result)
    {
        if (Elements(one) is not { } first || Elements(other) is not { } second)
        {
            return false;
        }

        return Write(isDistinct ? Distinct(first).FindAll(element => Has(second, element)) : first.FindAll(element => Take(second, element)), result);
    }

    /// <summary>ARRAYS_OVERLAP: true where both have a value; null where one is no array.</summary>
    public static bool? Overlap(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) =>
        Elements(one) is { } first && Elements(other) is { } second ? first.Exists(element => Has(second, element)) : null;

    /// <summary>ARRAY_FLATTEN: the values of all arrays inside, however deep.</summary>
    public static bool TryFlatten(ReadOnlySpan<byte> array, TextBuffer result) => Elements(array) is { } elements && Write([.. elements.SelectMany(Leaves)], result);

    /// <summary>ARRAY_SORT: boolean, number, string, array, object.</summary>
    public static bool TrySort(ReadOnlySpan<byte> array, bool ascending, bool nullsFirst, TextBuffer result)
    {
        if (Elements(array) is not { } elements)
        {
            return false;
        }

        var nulls = elements.FindAll(element => element.ValueKind == JsonValueKind.Null);
        var values = elements.FindAll(element => element.ValueKind != JsonValueKind.Null);
        // a stable order
        List<JsonElement> sorted = [.. ascending ? values.Order(ByValue.Instance) : values.OrderDescending(ByValue.Instance)];
        return Write(nullsFirst ? [.. nulls, .. sorted] : [.. sorted, .. nulls], result);
    }

    static IEnumerable<JsonElement> Leaves(JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().SelectMany(Leaves) : [element];

    static List<JsonElement> Distinct(List<JsonElement> elements)
    {
        List<JsonElement> kept = [];
        foreach (var element in elements.Where(element => !Has(kept, element)))
        {
            kept.Add(element);
        }

        return kept;
    }

    static bool Has(List<JsonElement> elements, JsonElement sought) => elements.Exists(element => JsonElement.DeepEquals(element, sought));

    static bool Take(List<JsonElement> elements, JsonElement sought)
    {
        var index = elements.FindIndex(element => JsonElement.DeepEquals(element, sought));
        if (index >= 0)
        {
            elements.RemoveAt(index);
        }

        return index >= 0;
    }

    static List<JsonElement>? Elements(ReadOnlySpan<byte> array) => Read(array) is { ValueKind: JsonValueKind.Array } elements ? [.. elements.EnumerateArray()] : null;

    static JsonElement Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 1_000 });
        return JsonElement.ParseValue(ref reader);
    }

    static bool Write(List<JsonElement> elements, TextBuffer result)
    {
        result.Append('[');
        for (var i = 0; i < elements.Count; i++)
        {
            if (i > 0)
            {
                result.Append(',');
            }

            result.Append(elements[i].GetRawText());
        }

        result.Append(']');
        return true;
    }

    sealed class ByValue : IComparer<JsonElement>
    {
        public static ByValue Instance { get; } = new();

        public int Compare(JsonElement x, JsonElement y) => Rank(x).CompareTo(Rank(y)) is not 0 and var rank ? rank : x.ValueKind switch
        {
            JsonValueKind.Number => x.GetDouble().CompareTo(y.GetDouble()),
            JsonValueKind.String => Encoding.UTF8.GetBytes(x.GetString()!).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y.GetString()!)),
            JsonValueKind.True or JsonValueKind.False => x.GetBoolean().CompareTo(y.GetBoolean()),
            _ => string.CompareOrdinal(x.GetRawText(), y.GetRawText()),
        };

        static int Rank(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => 1,
            JsonValueKind.Number => 2,
            JsonValueKind.String => 3,
            JsonValueKind.Array => 4,
            _ => 5,
        };
    }
}
