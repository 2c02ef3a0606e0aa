using System.Text.Json;

namespace Starlift.Tests.Docs;

/// <summary>Something that no page of AWS's answers, what Starlift does, and the cases that hold it to that: test/conformance/unsure.json.</summary>
sealed record OpenQuestion(string Topic, string Open, string Built, IReadOnlyList<string> Cases)
{
    public static IReadOnlyList<OpenQuestion> All { get; } =
        [.. JsonDocument.Parse(Repository.Read("test/conformance/unsure.json")).RootElement.EnumerateArray().Select(Of)];

    static OpenQuestion Of(JsonElement question) => new(
        question.GetProperty("topic").GetString()!,
        question.GetProperty("open").GetString()!,
        question.GetProperty("built").GetString()!,
        [.. question.GetProperty("cases").EnumerateArray().Select(name => name.GetString()!)]);
}
