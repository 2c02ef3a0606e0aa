using System.Text.Json.Nodes;
using Starlift.Cli.Demo;
using Starlift.Cli.Terminals;
using Starlift.Inference;

namespace Starlift.Cli.Inferring;

/// <summary>Tells what was found and what became of each file.</summary>
/// <param name="surroundings">The terminal to write to, and the name by which Starlift was called.</param>
/// <param name="folder">The project's as it was typed.</param>
/// <param name="name">What the records are called.</param>
/// <param name="inferred">What was found.</param>
sealed class InferSummary(Surroundings surroundings, string folder, string name, Inferred inferred)
{
    public void Write(ProposedFiles files, IReadOnlyList<(string File, string Outcome)> outcomes, OutputFormat output)
    {
        inferred.Findings.ToList().ForEach(finding => surroundings.Terminal.Error.WriteLine($"warning: {finding}"));
        if (output == OutputFormat.Json)
        {
            WriteJson(outcomes);
            return;
        }

        var text = surroundings.Terminal.Out;
        text.WriteLine($"looked at {Quantity.Count(inferred.Sampled)} of {Quantity.Count(inferred.Objects, "object", "objects")}: {Quantity.Count(inferred.Records, "record", "records")}");
        foreach (var (file, outcome) in outcomes)
        {
            text.WriteLine($"  {outcome,-12}  {file}");
        }

        if (inferred.Changes.Count > 0)
        {
            text.WriteLine($"What these objects ask of staging_{name} as it was declared:");
            inferred.Changes.ToList().ForEach(change => text.WriteLine($"  {change}"));
        }

        if (outcomes.Any(outcome => outcome.Outcome == "kept"))
        {
            text.WriteLine("Files that are there were kept; -y writes over them.");
        }

        text.WriteLine("What to try next:");
        foreach (var command in files.Uploads.Concat(NextSteps.AfterInfer(surroundings.CommandName, folder, HasStar ? name : $"staging_{name}", HasStar)))
        {
            text.WriteLine($"  {command}");
        }
    }

    bool HasStar => inferred.StarTables.Count > 0;

    void WriteJson(IReadOnlyList<(string File, string Outcome)> outcomes) => surroundings.Terminal.Json.WriteLine(Json.TextOf(new JsonObject
    {
        ["objects"] = inferred.Objects,
        ["sampled"] = inferred.Sampled,
        ["records"] = inferred.Records,
        ["files"] = new JsonObject(outcomes.Select(outcome => KeyValuePair.Create(outcome.File, (JsonNode?)outcome.Outcome))),
        ["changes"] = Json.ListOf(inferred.Changes),
        ["findings"] = Json.ListOf(inferred.Findings),
    }));
}
