using System.Text;
using System.Text.Json;

namespace Starlift.Sql.Values.Json;

/// <summary>The attributes and positions that lead from a SUPER value to one within it.</summary>
public sealed class SuperPath
{
    readonly IReadOnlyList<(byte[]? Attribute, int Index)> _steps;

    SuperPath(IReadOnlyList<(byte[]? Attribute, int Index)> steps) => _steps = steps;

    /// <summary>A path as <see cref="Text"/> writes it.</summary>
    /// <param name="text">A JSON array of names and positions.</param>
    public static SuperPath Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return new SuperPath([.. document.RootElement.EnumerateArray().Select(step => step.ValueKind == JsonValueKind.String
            ? (Encoding.UTF8.GetBytes(step.GetString()!), 0)
            : ((byte[]?)null, step.TryGetInt32(out var index) ? index : -1))]);
    }

    /// <summary>The path of one attribute.</summary>
    public static SuperPath OfAttribute(string name) => new([(Encoding.UTF8.GetBytes(name), 0)]);

    /// <summary>One text for the steps: each a name in JSON's quotes, or a position.</summary>
    public static string Text(IEnumerable<string> steps) => $"[{string.Join(',', steps)}]";

    /// <summary>A name as a step of <see cref="Text"/>.</summary>
    public static string Step(string name)
    {
        var text = new TextBuffer();
        SuperText.Quoted(name, text);
        return text.ToString();
    }

    /// <summary>The text of the value there, byte for byte: a number keeps its digits, its zeros and its exponent.</summary>
    /// <param name="json">Any SUPER value.</param>
    /// <param name="found">A part of it.</param>
    /// <returns>False where there is no such attribute or element.</returns>
    public bool TryFind(ReadOnlySpan<byte> json, out ReadOnlySpan<byte> found)
    {
        found = SuperSlices.Trim(json);
        foreach (var (attribute, index) in _steps)
        {
            if (!(attribute is null ? SuperSlices.TryElement(found, index, out found) : SuperSlices.TryAttribute(found, attribute, out found)))
            {
                return false;
            }
        }

        return true;
    }
}
