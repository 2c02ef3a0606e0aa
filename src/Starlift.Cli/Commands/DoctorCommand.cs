using System.CommandLine;
using Starlift.Cli.Doctor;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Cli.Commands;

/// <summary>starlift doctor.</summary>
sealed class DoctorCommand : StarliftCommand
{
    /// <summary>Of one probe: a workgroup that sleeps takes a while to wake up.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly S3Symbols _s3 = new();
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Json);

    public DoctorCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("doctor", "Tries everything that a run needs, a line a probe, and says how to mend what fails; nothing it makes stays")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        _s3.All.ToList().ForEach(Options.Add);
        Options.Add(_output.Option);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } = [ExitCode.Done, ExitCode.Usage, ExitCode.Access, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } =
        ["starlift doctor -p pipelines/sparkify --var data=./bucket", "starlift doctor --target redshift -o json"];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = _symbols.Read(parsed).Resolve(_surroundings);
        var output = _output.Resolve(parsed, _surroundings);
        var s3 = _s3.Resolve(parsed, _surroundings);
        var results = new List<ProbeResult>();
        ProjectProbes? probes = null;
        Func<Task> yield = () => Task.CompletedTask;
        var configuration = new Probe("configuration", _ =>
        {
            var project = options.ReadProject();
            var target = project.Target(options.Target);
            probes = new ProjectProbes(project, target, s3);
            yield = () => OpenTarget.YieldAsync(project, target, cancel);
            return Task.FromResult($"project {project.Name}, target {target.Name} of type {target.Type}");
        });
        await foreach (var result in new Examination([configuration], Patience).RunAsync(cancel))
        {
            results.Add(result);
        }

        await using var _ = probes;
        await yield();
        var width = probes?.All.Max(probe => probe.Name.Length) ?? 0;
        width = Math.Max(width, configuration.Name.Length);
        Tell(results[0], output, width);
        await foreach (var result in new Examination(probes?.All ?? [], Patience).RunAsync(cancel))
        {
            results.Add(result);
            Tell(result, output, width);
        }

        if (output == OutputFormat.Json)
        {
            JsonTable.Write(_surroundings.Terminal.Json, new ResultTable(
                ["probe", "outcome", "found", "hint"],
                results.Select(result => (IReadOnlyList<object?>)[result.Probe, ProbeLines.NameOf(result.Outcome), result.Found, result.Hint])));
        }

        return results.FirstOrDefault(result => result.Outcome == ProbeOutcome.Failed)?.ExitCode ?? ExitCode.Done;
    }

    void Tell(ProbeResult result, OutputFormat output, int width)
    {
        if (output == OutputFormat.Text)
        {
            ProbeLines.Write(_surroundings.Terminal.Out, result, width);
        }
    }
}
