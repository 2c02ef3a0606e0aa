using Starlift.Errors;
using Starlift.Objects;
using Starlift.Scripts;
using Starlift.Sql;

namespace Starlift.Conformance;

/// <summary>Runs a case on an engine and tells how it differs from what the case expects.</summary>
public static class CaseRunner
{
    /// <returns>Sentences; none where the case passed.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(
        ConformanceCase testCase, Func<IObjectStore, CancellationToken, Task<IEngine>> open, CancellationToken cancellationToken)
    {
        using var inputs = await CaseInputs.OfAsync(testCase, cancellationToken);
        var store = new RoutedObjectStore(new LocalObjectStore(testCase.Folder), new S3FolderObjectStore(inputs.S3Root));
        await using var engine = await open(store, cancellationToken);
        var differences = new List<string>();
        try
        {
            await ScriptAsync(engine, "ddl.sql", testCase.Ddl, [], cancellationToken);
        }
        catch (StarliftException e)
        {
            return [$"ddl.sql failed: {e.Message}"];
        }

        var messages = new List<string>();
        var (outcome, loaded) = await OutcomeAsync(engine, testCase, messages, cancellationToken);
        Compare("outcome", testCase.Outcome, outcome, differences);
        if (testCase.Script.Contains("copy", StringComparison.OrdinalIgnoreCase) && outcome == "success")
        {
            Compare("rows loaded", testCase.RowsLoaded, loaded, differences);
        }

        foreach (var expected in testCase.Messages.Where(expected => !messages.Any(message => message.Contains(expected, StringComparison.Ordinal))))
        {
            differences.Add($"message: '{expected}' is in none of: {string.Join(" | ", messages)}");
        }

        try
        {
            await ErrorRows.CompareAsync(testCase, engine.Warehouse, differences, cancellationToken);
            await TableRows.CompareAsync(testCase, engine, differences, cancellationToken);
        }
        catch (StarliftException e)
        {
            differences.Add($"what came of it can't be read: {e.Message}");
        }

        return differences.Count == 0 ? [] : [.. differences, $"messages were: {string.Join(" | ", messages)}"];
    }

    static async Task<(string Outcome, long Loaded)> OutcomeAsync(
        IEngine engine, ConformanceCase testCase, List<string> messages, CancellationToken cancellationToken)
    {
        try
        {
            return ("success", await ScriptAsync(engine, "copy.sql", testCase.Script, messages, cancellationToken));
        }
        catch (StarliftException e)
        {
            messages.Add(e.Message);
            return (e.ExitCode == ExitCode.Rejects ? "load_error" : "statement_error", 0);
        }
    }

    /// <returns>Rows that its COPY statements loaded and no ROLLBACK took back.</returns>
    static async Task<long> ScriptAsync(IEngine engine, string name, string text, List<string> messages, CancellationToken cancellationToken)
    {
        long loaded = 0;
        var runner = new ScriptRunner(engine.Warehouse, engine.Store, TimeProvider.System);
        await foreach (var result in runner.RunAsync(SqlScript.Parse(name, text), cancellationToken))
        {
            loaded = result.Statement switch
            {
                CopyStatement => loaded + (result.Count ?? 0),
                OtherStatement other when other.Tokens[0].Is("rollback") => 0,
                _ => loaded,
            };
            messages.AddRange(result.Messages);
        }

        return loaded;
    }

    internal static void Compare<T>(string what, T? expected, T? actual, List<string> differences)
    {
        if (expected is not null && !expected.Equals(actual))
        {
            differences.Add($"{what}: expected {expected}, found {actual}");
        }
    }
}
