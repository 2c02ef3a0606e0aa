using Starlift.Cases;

namespace Starlift.Cli.Probing;

/// <summary>What a cluster did otherwise than its case expects, for people.</summary>
static class ProbeSummary
{
    public static void Write(TextWriter output, ProbePlan plan, Facts facts)
    {
        output.WriteLine(facts.Version);
        var (same, other, skipped) = (0, 0, 0);
        foreach (var (name, skip, differences) in Told(plan, facts))
        {
            skipped += skip is null ? 0 : 1;
            other += differences.Count > 0 ? 1 : 0;
            same += skip is null && differences.Count == 0 ? 1 : 0;
            if (skip is not null || differences.Count > 0)
            {
                output.WriteLine($"{(skip is null ? "otherwise" : "not asked")}  {name}{(skip is null ? "" : $": {skip}")}");
            }

            foreach (var difference in differences)
            {
                output.WriteLine($"           {difference}");
            }
        }

        output.WriteLine($"{same} as expected, {other} otherwise, {skipped} not asked");
    }

    static IEnumerable<(string Name, string? Skipped, IReadOnlyList<string> Differences)> Told(ProbePlan plan, Facts facts)
    {
        foreach (var fact in facts.Cases)
        {
            var testCase = plan.Cases.FirstOrDefault(one => one.Name == fact.Name);
            yield return (fact.Name, fact.Skipped, fact.Skipped is null && testCase is not null ? CaseExpectations.Differences(testCase, fact) : []);
        }

        foreach (var fact in facts.Sql)
        {
            yield return (fact.Name, null, SqlExpectations.Differences(plan.Checks.First(check => check.Name == fact.Name), fact));
        }
    }
}
