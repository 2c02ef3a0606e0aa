using Starlift.Conformance;

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

var failed = 0;
foreach (var testCase in cases)
{
    var differences = await CaseRunner.RunAsync(testCase, DuckDbEngine.OpenAsync, CancellationToken.None);
    failed += differences.Count > 0 ? 1 : 0;
    Console.WriteLine($"{(differences.Count == 0 ? "passed" : "FAILED")}  duckdb  {testCase.Class,-12}  {testCase.Name}");
    foreach (var difference in differences)
    {
        Console.WriteLine($"          {difference}");
    }
}

Console.WriteLine($"{cases.Count - failed} passed, {failed} failed");
return failed == 0 ? 0 : 1;
