using Starlift.Cases;

namespace Starlift.Tests.Docs;

/// <summary>What docs/copy.md tells of questions that only a cluster can answer.</summary>
public sealed class UnsurePartTests
{
    static readonly IReadOnlyList<ConformanceCase> Cases = ConformanceCases.Embedded();

    [Fact]
    public void Every_case_that_is_unsure_stands_in_a_question()
    {
        var named = OpenQuestion.All.SelectMany(question => question.Cases).ToHashSet();
        Assert.Empty(Cases.Where(one => one.Unsure.Count > 0 && !named.Contains(one.Name)).Select(one => one.Name));
    }

    [Fact]
    public void Every_question_names_cases_that_there_are()
    {
        Assert.All(OpenQuestion.All, question => Assert.NotEmpty(question.Cases));
        Assert.Empty(OpenQuestion.All.SelectMany(question => question.Cases).Except(Cases.Select(one => one.Name)));
    }

    [Fact]
    public void Without_facts_the_page_says_that_nobody_has_seen_it() =>
        Assert.StartsWith("Nobody has seen any of this on a cluster yet;", new UnsurePart(Cases, null).Tables(OpenQuestion.All));

    [Fact]
    public void What_a_cluster_did_stands_in_the_place_of_the_doubt()
    {
        var question = new OpenQuestion("Values", "Is it so?", "yes", ["bzip2", "zstd"]);
        Assert.Contains("| Is it so? | yes | as built |", Told([As("bzip2"), As("zstd")], question));
        Assert.Contains(
            "| Is it so? | yes | **otherwise** in `zstd`: outcome: expected success, found statement_error |",
            Told([As("bzip2"), As("zstd") with { Outcome = CaseFact.StatementError }], question));
        Assert.Contains("| not seen |", Told([As("bzip2")], question));
        Assert.Contains("| not seen |", Told([As("bzip2"), As("zstd") with { Digest = "of another case" }], question));
        Assert.Contains("| not seen |", Told([As("bzip2"), As("zstd") with { Skipped = "the connection was lost" }], question));
    }

    static string Told(IReadOnlyList<CaseFact> facts, OpenQuestion question) => new UnsurePart(Cases, new Facts
    {
        Starlift = "1.0.0", Date = new DateOnly(2030, 1, 2), Version = "PostgreSQL 8.0.2, Redshift 1.0.1", Kind = "serverless", Partition = "aws", Complete = true, Cases = facts,
    }).Tables([question]);

    /// <summary>What the case expects.</summary>
    static CaseFact As(string name)
    {
        var testCase = Cases.Single(one => one.Name == name);
        var rows = testCase.ExpectedRows()!;
        return new CaseFact
        {
            Name = name, Digest = testCase.Digest, RowsLoaded = testCase.RowsLoaded, Columns = [.. rows[0].Select(column => column!)], Rows = [.. rows.Skip(1)],
        };
    }
}
