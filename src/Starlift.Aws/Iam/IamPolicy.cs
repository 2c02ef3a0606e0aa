using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Starlift.Aws.Iam;

/// <summary>A policy document (AWS IAM: "IAM JSON policy reference").</summary>
public sealed record IamPolicy(IReadOnlyList<IamStatement> Statements)
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Indented, without a line break at its end.</summary>
    public string ToJson() => new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray([.. Statements.Select(NodeOf)]),
    }.ToJsonString(Indented);

    static JsonObject NodeOf(IamStatement statement)
    {
        var node = new JsonObject
        {
            ["Sid"] = statement.Sid,
            ["Effect"] = "Allow",
            ["Action"] = ListOf(statement.Actions),
            ["Resource"] = ListOf(statement.Resources),
        };
        if (statement.Condition is var (operation, key, values))
        {
            node["Condition"] = new JsonObject { [operation] = new JsonObject { [key] = ListOf(values) } };
        }

        return node;
    }

    static JsonArray ListOf(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
