using System.CommandLine;
using Starlift.Cases;
using Starlift.Cli.Probing;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Projects;
using Starlift.Redshift;

namespace Starlift.Cli.Commands;

/// <summary>starlift probe.</summary>
sealed class ProbeCommand : StarliftCommand
{
    static readonly TimeSpan DefaultLimit = TimeSpan.FromMinutes(15);

    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly S3Symbols _s3 = new();

    readonly Option<string[]> _only = new("--only") { Description = "Executes the cases and files of checks whose name matches, with * and ?; may be repeated", HelpName = "PATTERN" };
    readonly Option<string?> _cases = new("--cases") { Description = "Executes the cases below DIR in the place of those that Starlift brings along", HelpName = "DIR" };
    readonly Option<string> _out = new("--out") { Description = "Where the facts are written", HelpName = "FILE", DefaultValueFactory = _ => "redshift-facts.json" };
    readonly Option<string?> _limit = new("--time-limit") { Description = "How long it executes cases; it ends a little later [default: 15m]", HelpName = "DURATION" };
    readonly Option<string?> _maxCost = new("--max-cost") { Description = "Refuses where the warehouse may cost more than this until the time limit [default: 1]", HelpName = "USD" };
    readonly Option<bool> _dryRun = new("--dry-run") { Description = "Tells what it would do, and does nothing" };

    public ProbeCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("probe", "Asks a real Redshift what it does with the cases that Starlift is built by, and writes a file of facts; nothing it makes stays")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        new Option[] { _only, _cases, _out, _limit, _maxCost, _dryRun }.ToList().ForEach(Options.Add);
        _s3.All.ToList().ForEach(Options.Add);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
        [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Access, ExitCode.BillableRemains, ExitCode.Interrupted];

    public override bool UndoesWhenInterrupted => true;

    public override IReadOnlyList<string> Examples { get; } =
        ["starlift probe -t redshift --dry-run", "starlift probe -t redshift --out facts.json", "starlift probe -t redshift --only 'decimal-*' --only 'numbers/*'"];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var global = _symbols.Read(parsed).Resolve(_surroundings);
        var project = global.ReadProject();
        var target = project.Target(global.Target);
        if (target.Type != RedshiftTargetType.Definition.Name)
        {
            throw new ConfigurationException($"the target '{target.Name}' is of type {target.Type}, and probe asks a Redshift", target.Place);
        }

        if (DataApiTarget.Is(target))
        {
            throw new ConfigurationException($"the target '{target.Name}' is reached over the Data API, and probe needs a connection", target.Places["via"]);
        }

        var plan = ProbePlan.Of(FolderOf(parsed), parsed.GetValue(_only) ?? []);
        var limit = DurationSymbol.Read(parsed.GetValue(_limit), "--time-limit") ?? DefaultLimit;
        var s3 = TargetRegion.Fill(project, target, _s3.Resolve(parsed, _surroundings));
        var cost = ProbeCost.Of(project, target, s3.Region);
        cost.Check(limit, MoneySymbol.Read(parsed.GetValue(_maxCost)) ?? ProbeCost.Most);
        await TellAsync(plan, target, cost, limit);
        return parsed.GetValue(_dryRun) ? ExitCode.Done : await ProbeAsync(project, target, plan, s3, limit, Path.Combine(_surroundings.CurrentFolder, parsed.GetRequiredValue(_out)), cancel);
    }

    async Task<ExitCode> ProbeAsync(Project project, TargetSettings target, ProbePlan plan, S3Settings s3, TimeSpan limit, string file, CancellationToken cancel)
    {
        var (filled, options) = await RedshiftTarget.FillAsync(project, target, s3, cancel);
        if (options.Manifests is null)
        {
            throw new ConfigurationException("the target names no place for the objects of a probe", target.Place, "add manifests: s3://bucket/prefix to the target");
        }

        // A file that can't be written is found out before anything costs money.
        await File.AppendAllTextAsync(file, "", cancel);
        var probe = new ClusterProbe(plan, options, ProbedCluster.Of(filled, options), ObjectStores.Of(project, s3), project.Secrets, _surroundings.Terminal.Error);
        await _surroundings.Terminal.Error.WriteLineAsync($"starlift: its objects lie below {probe.Place.Root}, its tables in the schema {probe.Place.Schema}");
        var result = await probe.RunAsync(limit, cancel);
        await WriteAsync(result, plan, file);
        return End(result);
    }

    async Task WriteAsync(ClusterProbeResult result, ProbePlan plan, string file)
    {
        if (result.Facts is { } facts && facts.Cases.Count(fact => fact.Skipped is null) is var asked && asked + facts.Sql.Count > 0)
        {
            await File.WriteAllTextAsync(file, FactsWriter.TextOf(facts), CancellationToken.None);
            _surroundings.Terminal.Achieved = $"{Quantity.Count(asked, "case", "cases")} and {Quantity.Count(facts.Sql.Count, "check", "checks")} are told in {file}";
            ProbeSummary.Write(_surroundings.Terminal.Out, plan, facts);
        }
        else if (new FileInfo(file) is { Exists: true, Length: 0 } empty)
        {
            empty.Delete();
        }
    }

    ExitCode End(ClusterProbeResult result)
    {
        if (result.Left.Count > 0)
        {
            ProblemLines.Write(_surroundings.Terminal.Error, result.Stopped is StarliftException stopped ? [.. stopped.Problems, .. result.Left] : result.Left);
            return ExitCode.BillableRemains;
        }

        if (result.Stopped is { } why)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(why);
        }

        _surroundings.Terminal.Error.WriteLine($"starlift: {_surroundings.Terminal.Achieved}; nothing of the probe is left");
        return ExitCode.Done;
    }

    string? FolderOf(ParseResult parsed) => parsed.GetValue(_cases) is not { } stated ? null
        : Path.GetFullPath(stated, _surroundings.CurrentFolder) is var folder && Directory.Exists(folder) ? folder
        : throw new ConfigurationException($"there is no folder {stated} of cases", hint: "give --cases a folder that holds one folder a case");

    async Task TellAsync(ProbePlan plan, TargetSettings target, ProbeCost cost, TimeSpan limit)
    {
        var error = _surroundings.Terminal.Error;
        await error.WriteLineAsync(
            $"starlift: probe executes {Quantity.Count(plan.Cases.Count, "case", "cases")} of COPY and {Quantity.Count(plan.Checks.Count, "SQL check", "SQL checks")} on the target {target.Name}, in about {Quantity.Duration(plan.Estimate)}");
        await error.WriteLineAsync(
            $"starlift: it puts {Quantity.Count(plan.Objects + 1, "small object", "small objects")} where manifests go, makes tables in a schema of its own, and removes all of that at its end");
        await error.WriteLineAsync($"starlift: {cost.Told(limit)}");
    }
}
