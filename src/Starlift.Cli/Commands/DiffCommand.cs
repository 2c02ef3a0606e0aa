using System.CommandLine;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Stars;

namespace Starlift.Cli.Commands;

/// <summary>starlift diff --target A --target B.</summary>
sealed class DiffCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Csv, OutputFormat.Json);

    // In the place of the option that every command has, which takes one target.
    readonly Option<string[]> _targets = new("--target", "-t")
    {
        Description = "One of the two targets to compare; to be given twice",
        HelpName = "NAME",
        AllowMultipleArgumentsPerToken = false,
    };

    public DiffCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("diff", "Compares the star tables on two targets, whatever order their rows are in")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        Options.Add(_targets);
        _output.All.ToList().ForEach(Options.Add);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
        [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.ChecksFailed, ExitCode.Access, ExitCode.Locked, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } =
        ["starlift diff --target local --target postgres", "starlift diff -t local -t redshift -o json"];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var output = _output.Resolve(parsed, _surroundings);
        var options = _symbols.Read(parsed).Resolve(_surroundings);
        if (parsed.GetValue(_targets) is not [var left, var right] || left == right)
        {
            throw new ConfigurationException("diff compares two targets", hint: "write starlift diff --target A --target B");
        }

        await using var first = await ProjectSession.OpenToReadAsync(options with { Target = left }, S3Settings.Default, cancel);
        await using var second = await ProjectSession.OpenToReadAsync(options with { Target = right }, S3Settings.Default, cancel);
        var tables = new List<TableDifference>();
        await foreach (var table in new StarDiff(first.Project, first.Warehouse, second.Warehouse).CompareAsync(cancel))
        {
            tables.Add(table);
        }

        ResultWriter.Write(
            _surroundings.Terminal,
            new ResultTable(
                ["table", $"rows on {left}", $"rows on {right}", $"checksum on {left}", $"checksum on {right}", "same"],
                tables.Select(table => (IReadOnlyList<object?>)
                    [table.Table.ToString(), table.LeftRows, table.RightRows, table.LeftChecksum, table.RightChecksum, table.IsSame])),
            output);
        return tables.All(table => table.IsSame)
            ? ExitCode.Done
            : throw new StarliftException(ExitCode.ChecksFailed, [.. tables.Where(table => !table.IsSame).SelectMany(table => Problems(table, left, right))]);
    }

    static IEnumerable<Problem> Problems(TableDifference table, string left, string right) =>
    [
        new($"{table.Table} has {table.LeftRows} rows on {left} and {table.RightRows} on {right}, and they are not the same"),
        .. table.OnlyLeft.Select(row => new Problem($"only on {left}: {row}")),
        .. table.OnlyRight.Select(row => new Problem($"only on {right}: {row}")),
    ];
}
