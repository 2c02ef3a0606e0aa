using System.CommandLine;
using Starlift.Cli.Running;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Projects;
using Starlift.Provenance;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Cli.Commands;

/// <summary>starlift why.</summary>
sealed class WhyCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly S3Symbols _s3 = new();
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Json);
    readonly Argument<string> _table = new("table") { Description = "A star table" };
    readonly Argument<string[]> _key = new("key") { Description = "The values of its key, in the order of the key's columns", Arity = ArgumentArity.OneOrMore };

    public WhyCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("why", "Tells which records a row comes from, or what left it out: reads all objects of its load again, aside")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        Arguments.Add(_table);
        Arguments.Add(_key);
        _s3.All.ToList().ForEach(Options.Add);
        _output.All.ToList().ForEach(Options.Add);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
        [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Access, ExitCode.Locked, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } =
        ["starlift why users 15 -p pipelines/sparkify --var data=./bucket", "starlift why songplays 15 818 4 -o json"];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = _symbols.Read(parsed).Resolve(_surroundings);
        var output = _output.Resolve(parsed, _surroundings);
        var s3 = _s3.Resolve(parsed, _surroundings);
        var project = options.ReadProject();
        var model = ModelOf(project, parsed.GetValue(_table)!);
        var table = project.Table(model.Table)!;
        var key = KeyOf(table, parsed.GetValue(_key)!);
        await using var session = await ProjectSession.OpenToReadAsync(project, options.Target, s3, cancel);
        var row = await RowAsync(session.Warehouse, table, key, cancel);
        var origins = new KeyOrigins(project).Of(model);
        List<FoundRecords> found = [];
        if (origins.Count > 0)
        {
            await using var aside = await AsideDatabase.OpenAsync(session, s3, cancel);
            var search = new RecordSearch(project, session.Warehouse, aside.Warehouse, session.Store);
            foreach (var origin in origins)
            {
                var objects = await ObjectListing.ListAsync(session.Store, origin.Load.Copy, _ => { }, cancel);
                await _surroundings.Terminal.Error.WriteLineAsync(
                    $"reads {Quantity.Count(objects.Count, "object", "objects")} of {origin.Load.Name} again, {Quantity.Bytes(objects.Sum(version => version.Size))}");
                found.Add(await search.FindAsync(origin, key, objects, cancel));
            }
        }

        new WhySummary(table.Name, key, row, model, found).Write(_surroundings.Terminal, output);
        return ExitCode.Done;
    }

    static Model ModelOf(Project project, string name)
    {
        var names = project.Models.Select(model => model.Table.ToString()).ToList();
        return project.Models.FirstOrDefault(model => model.Table.ToString().Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw new ConfigurationException(
            $"the project has no star table '{name}'", hint: NearMiss.Hint(name, names) ?? $"its star tables are {string.Join(", ", names)}");
    }

    static Dictionary<string, string> KeyOf(Table table, string[] values)
    {
        var columns = table.Key!;
        return values.Length == columns.Count
            ? columns.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second)
            : throw new ConfigurationException(
                $"the key of {table.Name} is {string.Join(", ", columns)}, and {(values.Length == 1 ? "one value is" : $"{values.Length} values are")} given",
                hint: $"write starlift why {table.Name} {string.Join(' ', columns.Select(column => column.ToUpperInvariant()))}");
    }

    static async Task<QueryResult> RowAsync(IWarehouse warehouse, Table table, IReadOnlyDictionary<string, string> key, CancellationToken cancel)
    {
        if (await warehouse.ColumnsOfAsync(table.Name, cancel) is null)
        {
            throw new ConfigurationException(
                $"table {table.Name} is not published yet", table.Definition.Source.PlaceOf(table.Definition.Source.Start), "run the project first: starlift run");
        }

        foreach (var (name, value) in key)
        {
            await ThrowIfUnfitAsync(warehouse, table.Name, table.Definition.Column(name)!, value, cancel);
        }

        var columns = string.Join(", ", table.Definition.Columns.Select(column => Quoting.Name(column.Name)));
        var condition = string.Join(" and ", key.Select(part => KeyCondition.Of(table.Definition.Column(part.Key)!, part.Value)));
        return await warehouse.QueryAsync($"select {columns} from {table.Name.Quoted} where {condition}", cancel);
    }

    static async Task ThrowIfUnfitAsync(IWarehouse warehouse, TableName table, ColumnDefinition column, string value, CancellationToken cancel)
    {
        try
        {
            _ = column.Type.IsCharacter ? null : await warehouse.QueryAsync($"select cast({Quoting.Literal(value)} as {column.Type})", cancel);
        }
        catch (StarliftException e) when (e.ExitCode is not (ExitCode.Access or ExitCode.Locked))
        {
            throw new ConfigurationException($"'{value}' is no {column.Type}, which {column.Name} of table {table} is", hint: "give the values of the key in the order of its columns");
        }
    }
}
