using System.IO.Enumeration;
using System.Text.Json.Nodes;

namespace Starlift.CloudTests;

/// <summary>A policy as starlift iam print writes it, read as IAM reads it.</summary>
sealed class PrintedPolicy(string json)
{
    readonly IReadOnlyList<JsonObject> _statements = [.. JsonNode.Parse(json)!["Statement"]!.AsArray().Select(statement => statement!.AsObject())];

    /// <summary>Every action that some statement allows, with the resources of that statement.</summary>
    public IEnumerable<(string Action, IReadOnlyList<string> Resources)> Allowed =>
        _statements.SelectMany(statement => Texts(statement["Action"]!).Select(action => (action, Texts(statement["Resource"]!))));

    public bool Allows(NeededRight right) => _statements.Any(statement =>
        Texts(statement["Action"]!).Contains(right.Action)
        && Texts(statement["Resource"]!).Any(pattern => Matches(pattern, right.Resource))
        && (statement["Condition"] is not JsonObject conditions || conditions.All(condition => Holds(condition.Key, condition.Value!.AsObject(), right))));

    static bool Holds(string operation, JsonObject condition, NeededRight right) => condition.All(pair =>
        right.Context.TryGetValue(pair.Key, out var value)
        && Texts(pair.Value!).Any(allowed => operation switch
        {
            "StringEquals" => allowed == value,
            "StringLike" => Matches(allowed, value),
            _ => throw new NotSupportedException(operation),
        }));

    static bool Matches(string pattern, string text) => pattern == "*" || FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: false);

    static IReadOnlyList<string> Texts(JsonNode node) => node is JsonArray list ? [.. list.Select(item => (string)item!)] : [(string)node!];
}
