using System.Text.Json.Nodes;
using Starlift.Cli.Terminals;
using Starlift.Lineage;

namespace Starlift.Cli.Running;

/// <summary>Where tables and columns come from, as JSON.</summary>
static class LineageJson
{
    public static JsonObject Of(ModelLineage lineage) => new()
    {
        ["table"] = lineage.Table.ToString(),
        ["model"] = lineage.Model,
        ["reads"] = Json.ListOf(lineage.Reads.Select(table => table.ToString())),
        ["columns"] = Json.ListOf(lineage.Columns, column => new JsonObject { ["name"] = column.Name, ["from"] = Json.ListOf(column.From, Of) }),
        ["rows"] = Json.ListOf(lineage.Rows, Of),
    };

    static JsonObject Of(LineageColumn column) => new()
    {
        ["table"] = column.Table.ToString(),
        ["column"] = column.Column,
        ["use"] = LineageWords.Of(column.Use),
    };
}
