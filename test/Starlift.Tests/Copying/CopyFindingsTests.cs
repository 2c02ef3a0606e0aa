using Starlift.Copying;

namespace Starlift.Tests.Copying;

/// <summary>What a COPY tells of what its rows do not hold, read by the fast lane and without it.</summary>
public sealed class CopyFindingsTests
{
    [Theory, InlineData(true), InlineData(false)]
    public void A_key_that_no_column_takes_is_counted_once_a_record(bool express)
    {
        var findings = Findings(express, "v int", """
            {"v": 1, "extra": 2}
            {"v": 2, "extra": {"v": 3}, "more": 1, "extra": 4}
            {"v": 3}
            {"v": "no number", "extra": 1, "rejected": 2}
            {"more": null, "v": 4, "extra": 5}
            """);
        Assert.Equal([new UnknownKey("extra", 3), new UnknownKey("more", 2)], findings.UnknownKeys);
        Assert.Equal(0, findings.RecordsWithOtherKeys);
        Assert.Equal(4, findings.Rows);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Rows_without_any_value_are_counted(bool express)
    {
        var findings = Findings(express, "v int, w varchar(10)", """
            {"Records": [{"v": 1}, {"v": 2}]}
            {"v": null, "w": null}
            {"v": "", "w": null}
            {"w": ""}
            """);
        Assert.Equal(3, findings.EmptyRows);
        Assert.Equal("Records", Assert.Single(findings.UnknownKeys).Name);
        Assert.Equal(["v"], findings.NullColumns);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void A_value_of_a_rejected_record_fills_no_column(bool express)
    {
        var findings = Findings(express, "v int, w varchar(10)", """
            {"w": "text", "v": "no number"}
            {"v": 1}
            """);
        Assert.Equal(["w"], findings.NullColumns);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Without_rows_no_column_is_told_as_NULL(bool express) =>
        Assert.Empty(Findings(express, "v int", """{"v": "no number"}""").NullColumns);

    [Theory, InlineData("1.239", 1), InlineData("1.23", 0), InlineData("1.230000", 0), InlineData("-1.231", 1), InlineData("269.58322", 1), InlineData("7", 0)]
    [InlineData("1.5e-1", 1), InlineData("25e-2", 0), InlineData("15e-3", 1), InlineData("1e2", 0), InlineData("\"1.239\"", 1), InlineData("\" 1.20 \"", 0), InlineData("0.29", 1)]
    public void Numbers_that_a_DECIMAL_holds_less_of_are_counted(string number, long lost)
    {
        var findings = Findings(true, "v decimal(12,2)", $$"""{"v": {{number}}}""");
        Assert.Equal(lost, findings.LostDigits.Sum(column => column.Values));
    }

    [Fact]
    public void A_double_that_falls_below_its_literal_is_counted()
    {
        var findings = Findings(true, "v decimal(18,5)", """{"v": 269.58322}""");
        Assert.Equal([new LostDigits("v", 1)], findings.LostDigits);
    }

    [Fact]
    public void ROUNDEC_loses_nothing_that_it_was_not_asked_to() =>
        Assert.Empty(Findings(true, "v decimal(12,2)", """{"v": 1.239}""", "'auto' roundec").LostDigits);

    [Fact]
    public void What_the_whole_record_goes_into_lacks_no_key()
    {
        var findings = new SampleCopy { Columns = "v super", Options = "'noshred'" }.Load("""{"a": 1}""").Result.Findings!;
        Assert.Empty(findings.UnknownKeys);
        Assert.Empty(findings.NullColumns);
    }

    [Fact]
    public void Paths_take_the_keys_that_they_begin_with()
    {
        var copy = new SampleCopy
        {
            Columns = "a int, b int",
            Options = "'s3://bucket/paths.json'",
            JsonPaths = """{"jsonpaths": ["$.a.x", "$.b"]}""",
        };
        Assert.Equal([new UnknownKey("c", 1)], copy.Load("""{"a": {"x": 1, "y": 2}, "b": 2, "c": 3}""").Result.Findings!.UnknownKeys);
    }

    [Fact]
    public void More_keys_than_are_remembered_are_counted_without_names()
    {
        var records = string.Join('\n', Enumerable.Range(0, 1_005).Select(i => $$"""{"v": 1, "k{{i}}": 1}"""));
        var findings = Findings(true, "v int", records + "\n" + $$"""{"v": 1, "{{new string('k', 600)}}": 1}""");
        Assert.Equal(1_000, findings.UnknownKeys.Count);
        Assert.Equal(6, findings.RecordsWithOtherKeys);
    }

    [Fact]
    public void Several_readers_count_together()
    {
        var records = string.Join('\n', Enumerable.Range(0, 500).Select(i => i % 2 == 0 ? $$"""{"v": {{i}}, "even": 1}""" : """{"w": "x", "odd": 1}"""));
        var copy = new SampleCopy { Columns = "v int, w varchar(10), x int", Readers = 3, SliceSize = 512, BlockSize = 256 };
        var findings = copy.Load(records).Result.Findings!;
        Assert.Equal([new UnknownKey("even", 250), new UnknownKey("odd", 250)], findings.UnknownKeys);
        Assert.Equal(["x"], findings.NullColumns);
        Assert.Equal(500, findings.Rows);
    }

    static CopyFindings Findings(bool express, string columns, string records, string options = "'auto' maxerror 10000") =>
        new SampleCopy { Columns = columns, Options = options, Express = express }.Load(records).Result.Findings!;
}
