using System.CommandLine;
using Starlift.Cli.Demo;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Cli.Commands;

/// <summary>starlift init.</summary>
sealed class InitCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly Argument<string> _folder = new("dir") { Description = "The project's folder: a new one or an empty one; the project is named after it" };

    readonly Option<bool> _empty = new("--empty") { Description = "Makes a project without SQL, for starlift infer to fill" };

    public InitCommand(Surroundings surroundings)
        : base("init", "Makes a new project: the Sparkify one, to be changed into yours")
    {
        _surroundings = surroundings;
        Arguments.Add(_folder);
        Options.Add(_empty);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } = [ExitCode.Done, ExitCode.Usage, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } = ["starlift init music", "mkdir music && cd music && starlift init .", "starlift init shop --empty"];

    protected override Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var typed = parsed.GetRequiredValue(_folder);
        var folder = new NewFolder(typed, _surroundings.CurrentFolder);
        cancel.ThrowIfCancellationRequested();
        if (parsed.GetValue(_empty))
        {
            EmptyProject.WriteTo(folder.FullPath, folder.ProjectName);
            _surroundings.Terminal.Achieved = "the project was made";
            _surroundings.Terminal.Out.WriteLine($"made the project {folder.ProjectName} in {typed}, without SQL");
            TellSteps(NextSteps.AfterEmpty(_surroundings.CommandName, typed));
            return Task.FromResult(ExitCode.Done);
        }

        SparkifyProject.WriteTo(folder.FullPath, folder.ProjectName);
        _surroundings.Terminal.Achieved = "the project was made";
        Tell(folder, typed);
        return Task.FromResult(ExitCode.Done);
    }

    void TellSteps(IEnumerable<string> commands)
    {
        _surroundings.Terminal.Out.WriteLine("What to try next:");
        foreach (var command in commands)
        {
            _surroundings.Terminal.Out.WriteLine($"  {command}");
        }
    }

    void Tell(NewFolder folder, string typed)
    {
        var output = _surroundings.Terminal.Out;
        output.WriteLine($"made the project {folder.ProjectName} in {typed}: {Quantity.Count(SparkifyProject.Files.Count, "file", "files")}");
        TellSteps(NextSteps.AfterInit(_surroundings.CommandName, typed));
        output.WriteLine("Then make it yours: tables/ declares the tables, loads/ says which JSON fills the staging tables, models/ builds the star.");
    }
}
