using Starlift.Cases;
using Starlift.Conformance;
using Starlift.Errors;
using Starlift.Objects;

if (args is ["--facts", var file, .. var places])
{
    return await ReplayAsync(file, places);
}

if (args.Length == 0)
{
    Console.Error.WriteLine("usage: conformance [--facts FILE] DIR [DIR …], each a folder of cases");
    return 2;
}

var cases = args.SelectMany(ConformanceCases.Below).ToList();
var checks = args.SelectMany(ConformanceCases.SqlBelow).ToList();
if (cases.Count + checks.Count == 0)
{
    Console.Error.WriteLine($"no case.json and no .slt below {string.Join(", ", args)}");
    return 2;
}

// PostgreSQL only where ./build services has started one.
(string Name, Func<IObjectStore, CancellationToken, Task<IEngine>> Open)[] engines = PostgresServer.Started is null
    ? [("duckdb", DuckDbEngine.OpenAsync)]
    : [("duckdb", DuckDbEngine.OpenAsync), ("postgres", PostgresEngine.OpenAsync)];
var failed = 0;
foreach (var (engine, open) in engines)
{
    foreach (var testCase in cases)
    {
        Tell(engine, testCase.Class, testCase.Name, await CaseRunner.RunAsync(testCase, open, CancellationToken.None));
    }

    foreach (var group in checks.GroupBy(check => check.File))
    {
        foreach (var (check, fact) in group.Zip(await SqlRunner.ObserveAsync(group, open, CancellationToken.None)))
        {
            Tell(engine, "sql", check.Name, SqlExpectations.Differences(check, fact));
        }
    }
}

Console.WriteLine($"{(engines.Length * (cases.Count + checks.Count)) - failed} passed, {failed} failed");
return failed == 0 ? 0 : 1;

void Tell(string engine, string kind, string name, IReadOnlyList<string> differences)
{
    failed += differences.Count > 0 ? 1 : 0;
    Console.WriteLine($"{(differences.Count == 0 ? "passed" : "FAILED")}  {engine,-8}  {kind,-12}  {name}");
    foreach (var difference in differences)
    {
        Console.WriteLine($"          {difference}");
    }
}

static async Task<int> ReplayAsync(string file, IReadOnlyList<string> folders)
{
    try
    {
        var replay = new FactsReplay([.. folders.SelectMany(ConformanceCases.Below)], [.. folders.SelectMany(ConformanceCases.SqlBelow)], Console.Out);
        return await replay.RunAsync(FactsReader.Read(file), CancellationToken.None) ? 0 : 1;
    }
    catch (ConfigurationException e)
    {
        Console.Error.WriteLine($"conformance: {e.Message}");
        return 2;
    }
}
