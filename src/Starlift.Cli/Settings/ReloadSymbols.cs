using System.CommandLine;
using Starlift.Errors;
using Starlift.Planning;

namespace Starlift.Cli.Settings;

/// <summary>The options of reload that say which objects, and what becomes of their rows.</summary>
sealed class ReloadSymbols
{
    readonly Option<string?> _since = new("--since") { Description = "Only objects whose key speaks of this day or later ones", HelpName = "YYYY-MM-DD" };
    readonly Option<string?> _until = new("--until") { Description = "Only objects whose key speaks of this day or earlier ones", HelpName = "YYYY-MM-DD" };
    readonly Option<string?> _changed = new("--changed") { Description = "Builds anew what the objects concern, or merges their rows by key [default: as the project says]", HelpName = "rebuild|merge" };
    readonly Option<bool> _dropVanished = new("--drop-vanished") { Description = "Takes out what objects brought that are no longer there" };

    public IReadOnlyList<Option> All => [_since, _until, _changed, _dropVanished];

    /// <exception cref="ConfigurationException">A value is none of those allowed.</exception>
    public RunOptions Resolve(ParseResult parsed) => RunSymbols.Ordered(new RunOptions
    {
        Since = RunSymbols.Day(parsed, _since),
        Until = RunSymbols.Day(parsed, _until),
        Changed = RunSymbols.Changed(parsed.GetValue(_changed)),
        DropVanished = parsed.GetValue(_dropVanished),
    });
}
