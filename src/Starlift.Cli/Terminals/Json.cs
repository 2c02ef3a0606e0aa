using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Starlift.Cli.Terminals;

/// <summary>
/// JSON made of nodes. The serializer, which looks at types while the program runs, is switched off: an executable compiled ahead of time
/// holds no types to look at.
/// </summary>
static class Json
{
    static readonly JsonSerializerOptions OnOneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    static readonly JsonSerializerOptions Indented = new(OnOneLine) { WriteIndented = true };

    public static string LineOf(JsonNode node) => node.ToJsonString(OnOneLine);

    public static string TextOf(JsonNode node) => node.ToJsonString(Indented);

    public static JsonArray ListOf<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => new([.. items.Select(node)]);

    public static JsonArray ListOf(IEnumerable<string> texts) => ListOf(texts, text => JsonValue.Create(text));
}
