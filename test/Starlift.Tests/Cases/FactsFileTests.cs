using System.Text.Json;
using Starlift.Cases;
using Starlift.Errors;

namespace Starlift.Tests.Cases;

public sealed class FactsFileTests : IDisposable
{
    readonly string _file = Path.GetTempFileName();

    static Facts Sample => new()
    {
        Starlift = "1.2.3",
        Date = new DateOnly(2030, 1, 2),
        Version = "PostgreSQL 8.0.2, Redshift 1.0.1",
        Kind = "serverless",
        Partition = "aws",
        Complete = true,
        Cases =
        [
            new CaseFact
            {
                Name = "a", Digest = "d1", RowsLoaded = 2, Messages = ["completed"], Columns = ["id", "v"], Rows = [["1", null], ["2", "\"ü\n"]], Identity = (2, 2),
                LoadErrors = [new Dictionary<string, string> { ["colname"] = "v", ["err_code"] = "1204" }],
            },
            new CaseFact { Name = "b", Digest = "d2", Outcome = CaseFact.LoadError, Error = new FactError("XX000", "failed", "because") },
            new CaseFact { Name = "c", Digest = "d3", Skipped = "no" },
        ],
        Sql = [new SqlFact { Name = "f/g/1", Sql = "select 1", Columns = ["?column?"], Types = ["int4"], Rows = [["1"]] }],
    };

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void What_was_written_is_read_again()
    {
        var text = FactsWriter.TextOf(Sample);
        File.WriteAllText(_file, text);
        var read = FactsReader.Read(_file);
        Assert.Equal(text, FactsWriter.TextOf(read));
        Assert.Equal((2L, 2L), read.Cases[0].Identity);
        Assert.Equal("no", read.Cases[2].Skipped);
        Assert.Null(read.Cases[1].Columns);
    }

    [Fact]
    public void Equal_facts_give_the_same_text_in_whatever_order_they_were_found()
    {
        var first = Sample.Cases[0];
        var turned = Sample with { Cases = [Sample.Cases[2], Sample.Cases[1], first with { Rows = [.. first.Rows.Reverse()] }] };
        Assert.Equal(FactsWriter.TextOf(Sample), FactsWriter.TextOf(turned));
    }

    [Fact]
    public void The_documentation_names_every_key()
    {
        var page = Repository.Read("docs/probe.md");
        using var document = JsonDocument.Parse(FactsWriter.TextOf(Sample));
        var keys = Keys(document.RootElement).Distinct().Except(["redshift", "version", "kind", "partition", "colname", "err_code"]).ToList();
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains($"`{key}`", page, StringComparison.Ordinal));
        Assert.All(["version", "kind", "partition"], key => Assert.Contains($"`redshift.{key}`", page));
    }

    [Theory]
    [InlineData("no json", "is no file of facts")]
    [InlineData("{}", "is no file of facts")]
    [InlineData("""{"format":2}""", "its format is 2, and this version of Starlift reads format 1")]
    public void Another_file_is_refused(string text, string told)
    {
        File.WriteAllText(_file, text);
        Assert.Contains(told, Assert.Throws<ConfigurationException>(() => FactsReader.Read(_file)).Message);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told() =>
        Assert.StartsWith("the facts nowhere.json can't be read", Assert.Throws<ConfigurationException>(() => FactsReader.Read("nowhere.json")).Problems[0].What);

    [Fact]
    public void Only_a_cluster_s_facts_are_those_of_Redshift()
    {
        Assert.True(Sample.AreOfRedshift);
        Assert.False((Sample with { Version = "PostgreSQL 8.0.2 on Starlift, Redshift 1.0.0" }).AreOfRedshift);
    }

    [Fact]
    public void A_long_text_is_told_by_its_beginning_and_a_digest()
    {
        var cell = CellText.Of(new string('x', 65_535))!;
        Assert.Equal($"{new string('x', 40)}… 65535 characters, SHA-256 ", cell[..^16]);
        Assert.NotEqual(cell, CellText.Of(new string('x', 65_534) + "y"));
    }

    static IEnumerable<string> Keys(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Keys(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Keys),
        _ => [],
    };
}
