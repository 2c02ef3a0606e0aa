using System.Text.Encodings.Web;
using System.Text.Json;
using Starlift.Warehouses;

namespace Starlift.DuckDb.Native;

/// <summary>A list, a struct or a map as JSON on one line.</summary>
/// <param name="Json">The text.</param>
readonly record struct NestedText(string Json)
{
    public static NestedText List(IEnumerable<object?> items) => new($"[{string.Join(",", items.Select(Write))}]");

    /// <param name="members">Pairs of key and value.</param>
    public static NestedText Map(IEnumerable<object?> members) =>
        new($"{{{string.Join(",", members.Cast<KeyValuePair<object?, object?>>().Select(member => $"{Quoted(TextOf(member.Key))}:{Write(member.Value)}"))}}}");

    static string Write(object? value) => value switch
    {
        null => "null",
        NestedText nested => nested.Json,
        bool truth => truth ? "true" : "false",
        _ when ResultText.IsNumber(value) => ResultText.Of(value),
        _ => Quoted(ResultText.Of(value)),
    };

    static string TextOf(object? key) => key is NestedText nested ? nested.Json : ResultText.Of(key);

    static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
