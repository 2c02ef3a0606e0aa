using System.Text;
using System.Text.Json;

namespace Starlift.Cases;

/// <summary>
/// The objects of a case: the files below its folder s3, which holds one folder a bucket, and those that its description makes. A made
/// object is a list of parts, texts and texts that are repeated: {"repeat": "x", "times": 1000}.
/// </summary>
static class CaseObjects
{
    const string Root = "s3/";

    public static IReadOnlyList<CaseObject> Of(CaseFiles files, JsonElement description) =>
    [
        .. files.Names.Where(name => name.StartsWith(Root, StringComparison.Ordinal)).Select(name => Named(name, () => files.Bytes(name))),
        .. description.TryGetProperty("objects", out var objects) ? objects.EnumerateObject().Select(made => Named(made.Name, () => Made(made.Value))) : [],
    ];

    static CaseObject Named(string path, Func<byte[]> content)
    {
        var parts = path[Root.Length..].Split('/', 2);
        return new CaseObject(parts[0], parts[1], content);
    }

    static byte[] Made(JsonElement parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts.EnumerateArray())
        {
            if (part.ValueKind == JsonValueKind.String)
            {
                text.Append(part.GetString());
            }
            else
            {
                text.Insert(text.Length, part.GetProperty("repeat").GetString()!, part.GetProperty("times").GetInt32());
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
