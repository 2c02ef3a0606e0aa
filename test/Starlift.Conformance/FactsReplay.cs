using Starlift.Cases;
using Starlift.Errors;

namespace Starlift.Conformance;

/// <summary>Holds the facts of a cluster against what Starlift does on DuckDB, case by case.</summary>
public sealed class FactsReplay(IReadOnlyList<ConformanceCase> cases, IReadOnlyList<SqlCheck> checks, TextWriter output)
{
    int _same;
    int _different;
    int _skipped;

    /// <summary>Tells each fact in a line, and its differences below.</summary>
    /// <returns>No fact differs and all could be held against something.</returns>
    public async Task<bool> RunAsync(Facts facts, CancellationToken cancellationToken)
    {
        output.WriteLine($"{facts.Version}, {facts.Kind}, {facts.Date:yyyy-MM-dd}{(facts.AreOfRedshift ? "" : ": these are no facts of Redshift")}");
        foreach (var fact in facts.Cases)
        {
            Tell(fact.Name, fact.Skipped, fact.Skipped is null ? await DifferencesAsync(fact, cancellationToken) : []);
        }

        foreach (var file in checks.GroupBy(check => check.File))
        {
            await ReplaySqlAsync([.. file], facts.Sql, cancellationToken);
        }

        foreach (var fact in facts.Sql.Where(fact => !checks.Any(check => check.Name == fact.Name)))
        {
            Tell(fact.Name, null, ["there is no such check"]);
        }

        output.WriteLine($"{_same} the same, {_different} different, {_skipped} not seen");
        return _different == 0;
    }

    async Task<IReadOnlyList<string>> DifferencesAsync(CaseFact fact, CancellationToken cancellationToken)
    {
        if (cases.FirstOrDefault(one => one.Name == fact.Name) is not { } testCase)
        {
            return ["there is no such case"];
        }

        if (testCase.Digest != fact.Digest)
        {
            return ["the case has changed since the cluster was asked: probe again"];
        }

        try
        {
            return FactComparison.Differences(testCase, fact, await CaseRunner.ObserveAsync(testCase, DuckDbEngine.OpenAsync, cancellationToken));
        }
        catch (StarliftException e)
        {
            return [$"what came of it here can't be read: {e.Message}"];
        }
    }

    /// <summary>All statements of the file are executed, because later ones may need what earlier ones made.</summary>
    async Task ReplaySqlAsync(IReadOnlyList<SqlCheck> file, IReadOnlyList<SqlFact> facts, CancellationToken cancellationToken)
    {
        if (!file.Any(check => facts.Any(fact => fact.Name == check.Name)))
        {
            return;
        }

        var here = await SqlRunner.ObserveAsync(file, DuckDbEngine.OpenAsync, cancellationToken);
        foreach (var (check, found) in file.Zip(here))
        {
            if (facts.FirstOrDefault(fact => fact.Name == check.Name) is { } fact)
            {
                Tell(fact.Name, fact.Skipped, fact.Skipped is not null ? []
                    : fact.Sql != check.Sql ? ["the check has changed since the cluster was asked: probe again"]
                    : SqlExpectations.Differences(check, fact, found));
            }
        }
    }

    void Tell(string name, string? skipped, IReadOnlyList<string> differences)
    {
        _skipped += skipped is null ? 0 : 1;
        _different += differences.Count > 0 ? 1 : 0;
        _same += skipped is null && differences.Count == 0 ? 1 : 0;
        output.WriteLine($"{(skipped is not null ? "not seen " : differences.Count == 0 ? "same     " : "DIFFERENT")}  {name}{(skipped is null ? "" : $": {skipped}")}");
        foreach (var difference in differences)
        {
            output.WriteLine($"           {difference}");
        }
    }
}
