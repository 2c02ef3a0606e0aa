using Starlift.Errors;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Tables;

namespace Starlift.Planning;

/// <summary>Chooses which star tables a run builds anew: those that it was told to, and those that changed or vanished objects concern.</summary>
static class RebuildChoice
{
    const int MostExamples = 3;

    /// <param name="project">What to run.</param>
    /// <param name="options">What was asked for.</param>
    /// <param name="loads">What is there for each load that is looked at.</param>
    /// <param name="lacking">Star tables that lack what was loaded before.</param>
    /// <param name="tables">What the target has of each.</param>
    /// <param name="choice">The objects that the options name.</param>
    /// <exception cref="ConfigurationException">There is no model of a name, or a load is needed that is not looked at.</exception>
    public static Rebuild Of(Project project, RunOptions options, IReadOnlyList<LoadPlan> loads, IReadOnlyList<MissingHistory> lacking, IReadOnlyList<PlannedTable> tables, ObjectChoice choice)
    {
        if (options.FullRefresh)
        {
            return new Rebuild([.. project.StarTables.Select(table => table.Name)], [.. project.Loads.Select(load => load.Name)], []);
        }

        var scope = new RebuildScope(project);
        var policy = PolicyOf(project, options, choice);
        var removed = TakesOut(project, options) ? NamesOf(loads, load => load.Vanished.Count > 0) : [];
        var changed = NamesOf(loads, load => load.Changed.Count > 0);
        var undone = choice.Undone.Select(entry => entry.Load).ToHashSet();
        var read = choice.Reloaded.Select(entry => entry.Load).ToHashSet();
        HashSet<string> added = options.Rebuild.Count > 0 || choice.IsAny ? [] : NamesOf(loads, load => load.New.Count > 0);
        var lacks = lacking.Where(missing => missing.Objects > 0).ToList();
        IReadOnlyList<TableName> news = [.. scope.FedBy(added.Union(changed).Union(removed).Union(undone).ToHashSet()), .. lacks.Select(missing => missing.Table)];
        var told = options.Rebuild.Count > 0 ? TablesOf(project, options.Rebuild)
            : choice.Undone.Count > 0 ? scope.FedBy(undone)
            : policy != ChangedObjects.Rebuild ? []
            : scope.FedBy(choice.IsAny ? read : changed);
        // A table that was taken with its rows keeps them.
        var adopted = tables.Where(table => table.State == TableState.TakenAsTold).Select(table => table.Table).ToHashSet();
        var late = policy == ChangedObjects.Merge ? [] : lacks.Select(missing => missing.Table).ToHashSet();
        var rebuild = scope.Of([.. told, .. scope.FedBy(removed), .. late.Except(adopted)], news, late.Intersect(adopted).ToHashSet());
        ThrowIfLeftOut(rebuild, loads);
        return policy != ChangedObjects.Merge ? rebuild : rebuild with
        {
            Resting = [.. rebuild.Resting.Union(scope.RestingOf(lacks.Select(missing => missing.Load).ToHashSet(), news))],
        };
    }

    /// <summary>What vanished objects brought can't be loaded again, and a run that was not told so takes nothing of it out.</summary>
    /// <exception cref="ConfigurationException">There are such objects.</exception>
    public static void ThrowIfLosing(Project project, RunOptions options, RunPlan plan)
    {
        var lost = TakesOut(project, options) ? [] : plan.Lost;
        if (lost.Count > 0)
        {
            var examples = string.Join(", ", lost.Take(MostExamples).Select(entry => entry.Uri)) + (lost.Count > MostExamples ? ", …" : "");
            var what = plan.FullRefresh ? "--full-refresh" : $"building {string.Join(", ", plan.Rebuild.Tables)} anew";
            var brought = $"what {(lost.Count == 1 ? "one object" : $"{lost.Count} objects")} brought that {(lost.Count == 1 ? "is" : "are")} no longer there";
            throw new ConfigurationException(
                $"{what} would drop {brought}: {examples}",
                hint: plan.FullRefresh ? "put them back, leave --full-refresh out, or add --drop-vanished to lose what they brought"
                    : options.Rebuild.Count > 0 ? "put them back, leave --rebuild out, or add --drop-vanished to lose what they brought"
                    : plan.Lacking.Any(missing => missing.Objects > 0)
                        ? $"put them back, run with --rebuild {ModelOf(project, plan.Lacking.First(missing => missing.Objects > 0).Table)} first, which leaves what is new to the next run, or with --changed merge to merge by key what is loaded again, or with --drop-vanished to lose what they brought"
                    : "put them back, run with --changed merge to keep it and merge what changed by key, or with --drop-vanished to lose what they brought");
        }
    }

    /// <summary>What becomes of changed objects. What is read again is always loaded.</summary>
    public static ChangedObjects PolicyOf(Project project, RunOptions options, ObjectChoice choice) => (options.Changed ?? project.Changed) switch
    {
        ChangedObjects.Ignore or ChangedObjects.Fail when choice.IsAny => ChangedObjects.Rebuild,
        var policy => policy,
    };

    static string ModelOf(Project project, TableName table) => project.Models.First(model => model.Table == table).Name;

    /// <summary>What vanished objects brought is to be taken out.</summary>
    public static bool TakesOut(Project project, RunOptions options) => options.DropVanished || project.Vanished == VanishedObjects.Remove;

    static HashSet<string> NamesOf(IEnumerable<LoadPlan> loads, Func<LoadPlan, bool> which) => [.. loads.Where(which).Select(load => load.Load.Name)];

    static IEnumerable<TableName> TablesOf(Project project, IReadOnlyList<string> models)
    {
        var names = project.Models.Select(model => model.Name).ToList();
        return models.FirstOrDefault(name => !names.Contains(name)) is { } unknown
            ? throw new ConfigurationException(
                $"the project has no model '{unknown}'", hint: NearMiss.Hint(unknown, names) ?? $"its models are {string.Join(", ", names)}")
            : project.Models.Where(model => models.Contains(model.Name)).Select(model => model.Table);
    }

    static void ThrowIfLeftOut(Rebuild rebuild, IReadOnlyList<LoadPlan> loads)
    {
        if (rebuild.Loads.FirstOrDefault(name => loads.All(load => load.Load.Name != name)) is { } left)
        {
            throw new ConfigurationException(
                $"building {string.Join(", ", rebuild.Tables)} anew takes all objects of load {left}, which --select leaves out",
                hint: $"add --select {left}, or run with --changed merge to merge what changed by key");
        }
    }
}
