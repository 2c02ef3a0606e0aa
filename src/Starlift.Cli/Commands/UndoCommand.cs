using System.CommandLine;
using System.Globalization;
using Starlift.Cli.Running;
using Starlift.Cli.Settings;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Planning;

namespace Starlift.Cli.Commands;

/// <summary>starlift undo.</summary>
sealed class UndoCommand : ObjectsCommand
{
    readonly Argument<string[]> _what = new("what") { Description = "The number of a run, or objects as starlift ledger names them", Arity = ArgumentArity.OneOrMore };
    readonly Option<bool> _dropVanished = new("--drop-vanished") { Description = "Takes out what other objects brought, too, that are no longer there" };

    public UndoCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base(surroundings, symbols, "undo", "Takes out of the star what a run or an object brought, so that the next run loads it as new")
    {
        Arguments.Add(_what);
        Options.Add(_dropVanished);
    }

    public override IReadOnlyList<string> Examples { get; } =
        ["starlift undo 12 --dry-run", "starlift undo s3://udacity-dend/log_data/2018/11/2018-11-05-events.json"];

    private protected override RunOptions Read(ParseResult parsed)
    {
        var words = parsed.GetValue(_what)!;
        var options = new RunOptions { DropVanished = parsed.GetValue(_dropVanished) };
        return words.FirstOrDefault(IsNumber) is not { } number ? options with { Undo = words }
            : words.Length > 1 ? throw new ConfigurationException($"undo takes the number of one run, or objects, and '{number}' is one of several", hint: "undo one run after the other, the last first")
            : options with { UndoRun = long.Parse(number, CultureInfo.InvariantCulture) };
    }

    private protected override string? Question(RunPlan plan) => PlanNotes.Undone(plan).Single();

    static bool IsNumber(string word) => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
