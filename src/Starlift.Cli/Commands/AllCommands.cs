using Starlift.Cli.Settings;
using Starlift.Cli.Terminals;

namespace Starlift.Cli.Commands;

/// <summary>Every command, in the order of the help.</summary>
static class AllCommands
{
    public static IEnumerable<StarliftCommand> Of(Surroundings surroundings, GlobalSymbols symbols) =>
    [
        new DemoCommand(surroundings, symbols),
        new InitCommand(surroundings),
        new InferCommand(surroundings, symbols),
        new RunCommand(surroundings, symbols),
        new PlanCommand(surroundings, symbols),
        new UndoCommand(surroundings, symbols),
        new ReloadCommand(surroundings, symbols),
        new CheckCommand(surroundings, symbols),
        new RunsCommand(surroundings, symbols),
        new ReconcileCommand(surroundings, symbols),
        new DiffCommand(surroundings, symbols),
        new VerifyCommand(surroundings, symbols),
        new WhyCommand(surroundings, symbols),
        new LedgerCommand(surroundings, symbols),
        new QueryCommand(surroundings, symbols),
        new SqlCommand(surroundings, symbols),
        new ServeCommand(surroundings, symbols),
        new ReportCommand(surroundings, symbols),
        new RejectsCommand(surroundings, symbols),
        new MigrateCommand(surroundings, symbols),
        new ResetCommand(surroundings, symbols),
        new DoctorCommand(surroundings, symbols),
        new ProbeCommand(surroundings, symbols),
        new IamCommand(surroundings, symbols),
        new UpCommand(surroundings, symbols),
        new StatusCommand(surroundings, symbols),
        new ExtendCommand(surroundings, symbols),
        new PauseCommand(surroundings, symbols),
        new ResumeCommand(surroundings, symbols),
        new DownCommand(surroundings, symbols),
        new SessionCommand(surroundings, symbols),
        new GenerateCommand(surroundings),
        new CompletionCommand(surroundings),
    ];
}
