using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Starlift.Cases;

/// <summary>Cells of facts: how they are written, and when two of them are equal.</summary>
public static class CellText
{
    /// <summary>A longer text is written as its beginning, its length and a digest, so that a file of facts stays readable.</summary>
    const int Longest = 1_000;
    const int Beginning = 40;
    const int DoubleDigits = 15;

    /// <summary>The text, or what stands for one that is too long. Equal texts give equal cells.</summary>
    public static string? Of(string? text) => text is null || text.Length <= Longest
        ? text
        : $"{text[..Beginning]}… {text.Length} characters, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]}";

    /// <summary>A value as the wire has it.</summary>
    /// <param name="value">Of a result of Starlift's.</param>
    public static string? OfValue(object? value) => value switch
    {
        null or DBNull => null,
        string text => text,
        bool truth => truth ? "t" : "f",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture) + "+00",
        byte[] bytes => Convert.ToHexStringLower(bytes),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>The one form that equal cells have.</summary>
    /// <param name="cell">As it was written.</param>
    /// <param name="comparison">numeric, json-equal, instant, or null for texts.</param>
    public static string? Normal(string? cell, string? comparison)
    {
        if (cell is null)
        {
            return null;
        }

        return comparison switch
        {
            "numeric" => double.TryParse(cell, CultureInfo.InvariantCulture, out var number)
                ? number.ToString($"E{DoubleDigits - 1}", CultureInfo.InvariantCulture)
                : cell,
            "json-equal" => Canonical(cell),
            "instant" => DateTimeOffset.TryParse(cell, CultureInfo.InvariantCulture, out var instant) ? OfValue(instant) : cell,
            _ => cell,
        };
    }

    static string Canonical(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Canonical(document.RootElement);
        }
        catch (JsonException)
        {
            return json;
        }
    }

    static string Canonical(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(",", element.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => $"{Quoted(property.Name)}:{Canonical(property.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(",", element.EnumerateArray().Select(Canonical))}]",
        JsonValueKind.Number => element.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        JsonValueKind.String => Quoted(element.GetString()!),
        _ => element.GetRawText(),
    };

    static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
