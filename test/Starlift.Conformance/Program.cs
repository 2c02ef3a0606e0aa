using Starlift.Cases;
using Starlift.Conformance;
using Starlift.Errors;
using Starlift.Objects;

if (ConformanceOptions.Read(args) is not { } options)
{
    Console.Error.WriteLine(ConformanceOptions.Usage);
    return 2;
}

var cases = options.OnlySql ? [] : options.Folders.SelectMany(ConformanceCases.Below).ToList();
var checks = options.Folders.SelectMany(ConformanceCases.SqlBelow).Where(check => check.File.StartsWith(options.Only ?? "", StringComparison.Ordinal)).ToList();
if (options.Facts is { } file)
{
    return await ReplayAsync(file);
}

if (options.Field is null && cases.Count + checks.Count == 0)
{
    Console.Error.WriteLine($"no case.json and no .slt below {string.Join(", ", options.Folders)}");
    return 2;
}

// PostgreSQL only where ./build services has started one.
var engines = new List<(string Name, Func<IObjectStore, CancellationToken, Task<IEngine>> Open)> { ("duckdb", DuckDbEngine.OpenAsync) };
if (PostgresServer.Started is not null)
{
    engines.Add(("postgres", PostgresEngine.OpenAsync));
}

if (options.Field is { } field)
{
    return await FieldAsync(field);
}

var own = ConformanceCases.EmbeddedSql().Select(check => check.File).ToHashSet();
var (passed, failed) = (0, 0);
foreach (var (engine, open) in engines.Where(engine => options.Engine is null || engine.Name == options.Engine))
{
    foreach (var testCase in cases)
    {
        TellCase(engine, testCase, await CaseRunner.RunAsync(testCase, open, CancellationToken.None));
    }

    TellSql(engine, await SqlSuite.RunAsync(checks, open, CancellationToken.None));
}

Console.WriteLine($"{passed} passed, {failed} failed");
return failed == 0 ? 0 : 1;

void TellCase(string engine, ConformanceCase testCase, IReadOnlyList<string> differences)
{
    passed += differences.Count == 0 ? 1 : 0;
    failed += differences.Count > 0 ? 1 : 0;
    Console.WriteLine($"{(differences.Count == 0 ? "passed" : "FAILED")}  {engine,-8}  {testCase.Class,-12}  {testCase.Name}");
    foreach (var difference in differences)
    {
        Console.WriteLine($"          {difference}");
    }
}

void TellSql(string engine, IReadOnlyList<SqlOutcome> outcomes)
{
    var reached = SqlReached.Read();
    SqlTable.Write(Console.Out, engine, outcomes);
    SqlTable.WriteFailed(Console.Out, engine, outcomes.Where(outcome => options.Failed || reached.Of(outcome.Check.File, engine) is null));
    if (options.Update)
    {
        // The project's own pass, all of them.
        reached.Remember(engine, outcomes.Where(outcome => !own.Contains(outcome.Check.File)));
        reached.Write();
    }

    List<string> fallen = [.. reached.Fallen(engine, outcomes)];
    var unlisted = SqlGaps.Read().Differences(engine, outcomes.Where(outcome => reached.Of(outcome.Check.File, engine) is not null));
    unlisted.ToList().ForEach(Console.WriteLine);
    failed += unlisted.Count;
    fallen.ForEach(Console.WriteLine);
    passed += outcomes.Select(outcome => outcome.Check.File).Distinct().Count() - fallen.Count;
    failed += fallen.Count;
}

async Task<int> FieldAsync(string folder)
{
    var (all, broken) = (0, 0);
    foreach (var (engine, open) in engines.Where(engine => options.Engine is null || engine.Name == options.Engine))
    {
        var (ran, failures) = await new FieldCases(Console.Out).RunAsync(folder, options.Only ?? "", engine, open, CancellationToken.None);
        (all, broken) = (all + ran, broken + failures);
    }

    Console.WriteLine($"{all} ran, {broken} ended with a bug of Starlift's own");
    return broken == 0 ? 0 : 1;
}

async Task<int> ReplayAsync(string facts)
{
    try
    {
        return await new FactsReplay(cases, checks, Console.Out).RunAsync(FactsReader.Read(facts), CancellationToken.None) ? 0 : 1;
    }
    catch (ConfigurationException e)
    {
        Console.Error.WriteLine($"conformance: {e.Message}");
        return 2;
    }
}
