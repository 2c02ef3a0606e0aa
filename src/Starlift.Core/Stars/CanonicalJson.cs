using System.Globalization;
using System.Text.Json;

namespace Starlift.Stars;

/// <summary>
/// JSON written the one way that equal values have. Engines keep it differently: one as text, another without white space, the order of
/// keys, all but the last of equal keys, and the exponents of numbers.
/// </summary>
static class CanonicalJson
{
    // A SUPER value is at most 1,000 deep on Redshift; what is deeper than this is compared as it is written.
    static readonly JsonDocumentOptions Deep = new() { MaxDepth = 2_000 };

    /// <summary>The text itself where it is no JSON.</summary>
    public static string Of(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Deep);
            return Of(document.RootElement);
        }
        catch (JsonException)
        {
            return json;
        }
    }

    static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(",", Members(value).Select(member => $"{member.Key}:{Of(member.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(",", value.EnumerateArray().Select(Of))}]",
        JsonValueKind.String => Text(value.GetRawText()),
        JsonValueKind.Number => Number(value.GetRawText()),
        _ => value.GetRawText(),
    };

    static SortedDictionary<string, JsonElement> Members(JsonElement value)
    {
        var members = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            members[Text(NameOf(member))] = member.Value;
        }

        return members;
    }

    static string NameOf(JsonProperty member)
    {
        var text = member.ToString();
        return text[..^member.Value.GetRawText().Length].TrimEnd().TrimEnd(':').TrimEnd();
    }

    // Half of a surrogate pair is JSON and no text.
    static string Text(string quoted)
    {
        try
        {
            using var document = JsonDocument.Parse(quoted);
            return $"\"{JsonEncodedText.Encode(document.RootElement.GetString()!)}\"";
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or JsonException)
        {
            return quoted;
        }
    }

    /// <summary>The digits without zeros at either end, and the power of ten behind them: 1.50e3 is 15e2.</summary>
    static string Number(string text)
    {
        var mantissaEnd = text.IndexOfAny(['e', 'E']);
        var mantissa = mantissaEnd < 0 ? text : text[..mantissaEnd];
        var exponent = mantissaEnd < 0 ? 0 : System.Numerics.BigInteger.Parse(text.AsSpan(mantissaEnd + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var sign = mantissa[0] == '-' ? "-" : "";
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        exponent -= point < 0 ? 0 : mantissa.Length - point - 1;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('-').TrimStart('0');
        var significant = digits.TrimEnd('0');
        return significant.Length == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"{sign}{significant}e{exponent + (digits.Length - significant.Length)}");
    }
}
