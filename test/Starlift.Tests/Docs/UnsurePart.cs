using System.Text;
using Starlift.Cases;

namespace Starlift.Tests.Docs;

/// <summary>The parts of docs/copy.md that tell what is unsure, and what a cluster did where one was asked.</summary>
/// <param name="cases">All there are.</param>
/// <param name="facts">Null where nobody has asked a cluster yet.</param>
sealed class UnsurePart(IReadOnlyList<ConformanceCase> cases, Facts? facts)
{
    /// <summary>What the page's reader is to believe.</summary>
    public string Standing => facts is null
        ? "**Nothing on this page was run on a Redshift cluster.** It is written from AWS's pages, whose titles are named here in italics, and from what\n"
            + "public projects report of real loads. Where neither says anything, a reading had to be chosen; all of these are listed below, under\n"
            + "[What is unsure](#what-is-unsure). If a real cluster does something else, the cluster is right: [`starlift probe`](probe.md) finds it out.\n"
        : $"{Asked} cases of this page were run on a Redshift cluster by [`starlift probe`](probe.md): {facts.Version}, {facts.Kind}, on {facts.Date:yyyy-MM-dd}.\n"
            + "What none of them tells is written from AWS's pages, whose titles are named here in italics, and from what public projects report of real\n"
            + "loads. Where neither says anything, a reading had to be chosen: see [What is unsure](#what-is-unsure).\n";

    /// <summary>A table a topic.</summary>
    public string Tables(IEnumerable<OpenQuestion> questions)
    {
        var text = new StringBuilder(facts is null
            ? "Nobody has seen any of this on a cluster yet; [`starlift probe`](probe.md) asks one.\n"
            : $"What a cluster did is that of {facts.Version}, {facts.Kind}, on {facts.Date:yyyy-MM-dd}.\n");
        foreach (var topic in questions.GroupBy(question => question.Topic))
        {
            text.Append($"\n### {topic.Key}\n\n").Append(GeneratedPage.Table(
                ["Open", "Built", facts is null ? "Case" : "On a cluster"],
                topic.Select(question => (IReadOnlyList<string>)[question.Open, question.Built, facts is null ? Names(question.Cases) : OnCluster(question.Cases)])));
        }

        return text.ToString();
    }

    int Asked => facts!.Cases.Count(fact => fact.Skipped is null);

    string OnCluster(IReadOnlyList<string> names)
    {
        var told = names.Select(name => (Name: name, Differences: DifferencesOf(name))).ToList();
        var otherwise = told.Where(one => one.Differences is { Count: > 0 }).Select(one => $"**otherwise** in `{one.Name}`: {one.Differences![0]}").ToList();
        return otherwise.Count > 0 ? string.Join("; ", otherwise)
            : told.Count > 0 && told.All(one => one.Differences is not null) ? "as built"
            : "not seen";
    }

    /// <summary>Null where no fact tells of the case as it is now.</summary>
    IReadOnlyList<string>? DifferencesOf(string name) =>
        facts!.Cases.FirstOrDefault(fact => fact.Name == name) is { Skipped: null } fact && cases.FirstOrDefault(one => one.Name == name) is { } testCase && testCase.Digest == fact.Digest
            ? CaseExpectations.Differences(testCase, fact)
            : null;

    static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));
}
