using Starlift.Cli.Terminals;
using Starlift.Objects;
using Starlift.Planning;

namespace Starlift.Cli.Running;

/// <summary>A plan for people or as JSON.</summary>
static class PlanSummary
{
    /// <summary>What is said of a project without SQL.</summary>
    const string Nothing = "the project has no loads and no models: starlift infer PREFIX looks at objects and writes the tables and loads that take them";

    /// <summary>What is said before anything was loaded.</summary>
    const string First = "nothing was loaded so far: starlift doctor tries the first object of each load, and tells how many of its records would be rejected";

    public static void Write(Terminal terminal, RunPlan plan, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Json.WriteLine(RunJson.Of(plan));
            return;
        }

        if (plan.Loads.Count == 0 && plan.Models.Count == 0)
        {
            terminal.Out.WriteLine(Nothing);
            return;
        }

        var isAgain = plan.Loads.Any(load => load.Again.Count > 0);
        SummaryTable.Write(
            terminal,
            ["load", "new", "changed", .. isAgain ? (string[])["again"] : [], "unchanged", "vanished"],
            [
                .. plan.Loads.Select(load => (IReadOnlyList<string>)
                [
                    load.Load.Name, Shown(load.New), Shown(load.Changed), .. isAgain ? (string[])[Shown(load.Again)] : [], Shown(load.Unchanged),
                    Quantity.Count(load.Vanished.Count),
                ]),
            ]);
        if (plan.Loads.Any(load => load.New.Count > 0) && plan.Loads.All(load => load.Changed.Count + load.Again.Count + load.Unchanged.Count + load.Left.Count + load.Vanished.Count == 0))
        {
            terminal.Out.WriteLine(First);
        }

        foreach (var note in PlanNotes.Of(plan))
        {
            terminal.Out.WriteLine(note);
        }

        terminal.Out.WriteLine(plan.IsEmpty
            ? plan.Outdated.Any(table => table.HasOtherRows)
                ? "nothing to load: every object is known in this version"
                : "nothing to do: every object is known in this version"
            : $"then build {string.Join(", ", plan.Models.Select(model => model.Name))}");
    }

    static string Shown(IReadOnlyList<ObjectVersion> objects) =>
        objects.Count == 0 ? "0" : $"{Quantity.Count(objects.Count)} ({Quantity.Bytes(objects.Sum(version => version.Size))})";
}
