using System.CommandLine;
using Starlift.Cli.Demo;
using Starlift.Cli.Inferring;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Inference;
using Starlift.Sql;

namespace Starlift.Cli.Commands;

/// <summary>starlift infer.</summary>
sealed class InferCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly S3Symbols _s3 = new();
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Json);
    readonly Argument<string> _prefix = new("prefix") { Description = "The objects: a folder, the beginning of their paths, or s3://bucket/prefix" };
    readonly Option<string?> _name = new("--name") { Description = "What the records are called: orders makes staging_orders [default: the last folder of PREFIX]", HelpName = "NAME" };
    readonly Option<bool> _star = new("--star") { Description = "Proposes a star too: tables and models of a fact, its dimensions and the arrays in its records" };
    readonly Option<int?> _objects = new("--objects") { Description = "How many objects are looked at, over their keys and sizes [default: 64]", HelpName = "N" };

    public InferCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("infer", "Looks at JSON objects and writes the table and the COPY that load them, with the evidence, and a star")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        Arguments.Add(_prefix);
        Options.Add(_name);
        Options.Add(_star);
        Options.Add(_objects);
        _s3.All.ToList().ForEach(Options.Add);
        Options.Add(_output.Option);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } = [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Access, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } = ["starlift infer ./data/orders/", "starlift infer ./data/orders/ --star", "starlift infer s3://my-bucket/events/ --name events -p music"];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = _symbols.Read(parsed).Resolve(_surroundings);
        var output = _output.Resolve(parsed, _surroundings);
        var s3 = _s3.Resolve(parsed, _surroundings);
        var folder = Path.GetFullPath(options.ProjectFolder, _surroundings.CurrentFolder);
        var project = File.Exists(Path.Combine(folder, "starlift.yaml")) ? options.ReadProject() : null;
        var place = InferPlace.Of(parsed.GetRequiredValue(_prefix), _surroundings.CurrentFolder, folder, project);
        var name = NameOf(parsed, place);
        var inferred = await Inferred.OfAsync(
            ObjectStores.Of(folder, project?.Vars ?? new Dictionary<string, string> { ["data"] = place.Listed }, s3),
            new InferenceRequest
            {
                Prefix = place.Listed,
                From = place.From,
                PathsFolder = place.Folder,
                Name = name,
                WithStar = parsed.GetValue(_star),
                Declared = project?.Table(new TableName(null, $"staging_{name}"))?.Definition,
                Options = new ProfileOptions(ObjectsOf(parsed)),
            },
            cancel);
        IReadOnlyList<InferredFile> settings = place.Data is { } data ? [new InferredFile("starlift.yaml", EmptyProject.SettingsOf(NewFolder.NameFor(folder), data))] : [];
        var files = new ProposedFiles(folder, place, [.. inferred.Files, .. settings]);
        var over = files.Different.Count > 0 && await AskAsync(files, inferred, options.Yes, cancel);
        cancel.ThrowIfCancellationRequested();
        var summary = new InferSummary(_surroundings, options.ProjectFolder, name, inferred);
        summary.Write(files, files.Write(over), output);
        return ExitCode.Done;
    }

    /// <summary>Whoever can't be asked keeps what is there.</summary>
    async Task<bool> AskAsync(ProposedFiles files, Inferred inferred, bool yes, CancellationToken cancel)
    {
        if (!yes && !_surroundings.Terminal.CanAsk)
        {
            return false;
        }

        inferred.Changes.ToList().ForEach(_surroundings.Terminal.Error.WriteLine);
        return await _surroundings.Terminal.ConfirmAsync($"this writes over {string.Join(", ", files.Different)}", yes, cancel);
    }

    string NameOf(ParseResult parsed, InferPlace place) => parsed.GetValue(_name) is not { } typed ? place.NameOfRecords()
        : RecordName.Is(typed) ? typed
        : throw new ConfigurationException($"'{typed}' is no name for records", hint: $"lower case letters, digits and _, such as {RecordName.Of(typed)}");

    int ObjectsOf(ParseResult parsed) => parsed.GetValue(_objects) is not { } count ? new ProfileOptions().MostObjects
        : count >= 4 ? count
        : throw new ConfigurationException($"--objects {count} are too few to tell anything", hint: "give 4 or more");
}
