using Starlift.Conformance;
using Starlift.Objects;

if (args.Length == 0)
{
    Console.Error.WriteLine("usage: conformance DIR [DIR …], each a folder of cases");
    return 2;
}

var cases = args.SelectMany(ConformanceCase.Find).ToList();
if (cases.Count == 0)
{
    Console.Error.WriteLine($"no case.json below {string.Join(", ", args)}");
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
        var differences = await CaseRunner.RunAsync(testCase, open, CancellationToken.None);
        failed += differences.Count > 0 ? 1 : 0;
        Console.WriteLine($"{(differences.Count == 0 ? "passed" : "FAILED")}  {engine,-8}  {testCase.Class,-12}  {testCase.Name}");
        foreach (var difference in differences)
        {
            Console.WriteLine($"          {difference}");
        }
    }
}

Console.WriteLine($"{(engines.Length * cases.Count) - failed} passed, {failed} failed");
return failed == 0 ? 0 : 1;
