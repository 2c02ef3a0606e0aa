using System.Globalization;
using System.Text.Json;

namespace Starlift.Copying;

/// <summary>Where in a SUPER value the string is that it can't hold.</summary>
static class LongStringPath
{
    /// <param name="json">By JSON's grammar.</param>
    /// <param name="most">The most bytes of a string, decoded.</param>
    /// <returns>" at items[2].text", or nothing where the value itself is the string or a key is.</returns>
    public static string Of(ReadOnlySpan<byte> json, int most)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 1_000 });
        var steps = new Stack<(string? Key, int Index)>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    steps.Pop();
                    steps.Push((reader.GetString(), -1));
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    steps.Pop();
                    break;
                case JsonTokenType.String when IsLong(ref reader, most):
                    Count(steps);
                    return steps.Count == 0 ? "" : $" at {string.Concat(steps.Reverse().Select(Shown)).TrimStart('.')}";
                default:
                    Count(steps);
                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    {
                        steps.Push((null, -1));
                    }

                    break;
            }
        }

        return "";
    }

    static bool IsLong(ref Utf8JsonReader reader, int most) =>
        reader.ValueSpan.Length > most && (!reader.ValueIsEscaped || reader.CopyString(new byte[reader.ValueSpan.Length]) > most);

    /// <summary>The next element of an array is met.</summary>
    static void Count(Stack<(string? Key, int Index)> steps)
    {
        if (steps.TryPeek(out var step) && step.Key is null)
        {
            steps.Pop();
            steps.Push((null, step.Index + 1));
        }
    }

    static string Shown((string? Key, int Index) step) => step.Key is { } key ? $".{key}" : string.Create(CultureInfo.InvariantCulture, $"[{step.Index}]");
}
