using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Starlift.Errors;

namespace Starlift.Cli.Commands;

/// <summary>A command's help: its usage, then its exit codes and examples.</summary>
sealed class HelpScreen : SynchronousCommandLineAction
{
    readonly HelpAction _usage;

    /// <param name="width">Where lines are broken.</param>
    /// <param name="asked">The user asked for help, so that whatever else is wrong with the command line does not matter.</param>
    public HelpScreen(int width, bool asked)
    {
        _usage = new HelpAction { MaxWidth = width };
        ClearsParseErrors = asked;
    }

    public override bool ClearsParseErrors { get; }

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        _usage.Invoke(parseResult);
        if (parseResult.CommandResult.Command is StarliftCommand command)
        {
            output.WriteLine("Exit codes:");
            foreach (var code in command.AllExitCodes)
            {
                output.WriteLine($"  {(int)code,-3}  {code.Meaning()}");
            }

            output.WriteLine();
            output.WriteLine(command.Examples.Count == 1 ? "Example:" : "Examples:");
            foreach (var example in command.Examples)
            {
                output.WriteLine($"  {example}");
            }
        }

        return 0;
    }
}
