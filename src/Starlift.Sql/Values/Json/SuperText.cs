using System.Text;
using System.Text.Json;
using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Json;

/// <summary>JSON_PARSE: a text as a SUPER value, which is JSON without blanks between its parts (Amazon Redshift: "JSON_PARSE function").</summary>
public static class SuperText
{
    const int MaxDepth = 1_000;

    /// <param name="text">Any JSON value.</param>
    /// <param name="result">Where the value goes.</param>
    /// <exception cref="ValueException">The text is no JSON, or an object has an attribute twice.</exception>
    public static void Parse(ReadOnlySpan<byte> text, TextBuffer result)
    {
        try
        {
            Read(text, result);
        }
        catch (JsonException e)
        {
            throw new ValueException(SqlStates.InvalidTextRepresentation, $"JSON parsing error: {e.Message} in {Encoding.UTF8.GetString(text)}");
        }
        catch (InvalidOperationException)
        {
            throw new ValueException(SqlStates.InvalidTextRepresentation, $"JSON parsing error: invalid escape in {Encoding.UTF8.GetString(text)}");
        }
    }

    static void Read(ReadOnlySpan<byte> text, TextBuffer result)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MaxDepth });
        var attributes = new Stack<HashSet<string>?>();
        var needsComma = false;
        while (reader.Read())
        {
            var closes = reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject;
            if (needsComma && !closes)
            {
                result.Append(',');
            }

            needsComma = true;
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    attributes.Push(reader.TokenType == JsonTokenType.StartObject ? new HashSet<string>(StringComparer.Ordinal) : null);
                    result.Append(reader.TokenType == JsonTokenType.StartObject ? '{' : '[');
                    needsComma = false;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    attributes.Pop();
                    result.Append(reader.TokenType == JsonTokenType.EndObject ? '}' : ']');
                    break;
                case JsonTokenType.PropertyName:
                    var name = reader.GetString()!;
                    if (!attributes.Peek()!.Add(name))
                    {
                        throw new ValueException(SqlStates.InvalidTextRepresentation, $"JSON parsing error: duplicate attribute \"{name}\" in {Encoding.UTF8.GetString(text)}");
                    }

                    Quoted(name, result);
                    result.Append(':');
                    needsComma = false;
                    break;
                case JsonTokenType.String:
                    Quoted(reader.GetString()!, result);
                    break;
                default:
                    foreach (var b in reader.ValueSpan)
                    {
                        result.Append((char)b);
                    }

                    break;
            }
        }
    }

    /// <summary>A JSON string, with no escape that it doesn't need.</summary>
    public static void Quoted(ReadOnlySpan<char> text, TextBuffer result)
    {
        result.Append('"');
        foreach (var c in text)
        {
            switch (c)
            {
                case '"' or '\\':
                    result.Append('\\');
                    result.Append(c);
                    break;
                case '\n': result.Append("\\n"); break;
                case '\r': result.Append("\\r"); break;
                case '\t': result.Append("\\t"); break;
                case '\b': result.Append("\\b"); break;
                case '\f': result.Append("\\f"); break;
                case < ' ':
                    result.Append($"\\u{(int)c:x4}");
                    break;
                default:
                    result.Append(c);
                    break;
            }
        }

        result.Append('"');
    }
}
