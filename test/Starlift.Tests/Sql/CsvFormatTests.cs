using Starlift.Sql;

namespace Starlift.Tests.Sql;

public sealed class CsvFormatTests
{
    static CsvFormat Csv(string options) => SqlSamples.Parse<CopyStatement>($"copy t from 's3://b/k' iam_role default {options}").Csv!;

    [Fact]
    public void CSV_that_states_little_has_the_defaults() => Assert.Equal(
        new CsvFormat { Quote = '"', Delimiter = ",", NullAs = @"\N", FillRecord = false, IgnoreBlankLines = false }, Csv("csv"));

    [Theory]
    [InlineData("format as csv quote as '%' delimiter as ';' null as '' fillrecord ignoreblanklines")]
    [InlineData("NULL '' IGNOREBLANKLINES FILLRECORD DELIMITER ';' FORMAT CSV QUOTE '%'")]
    public void Options_come_in_any_order(string options) => Assert.Equal(
        new CsvFormat { Quote = '%', Delimiter = ";", NullAs = "", FillRecord = true, IgnoreBlankLines = true }, Csv(options));

    [Theory]
    [InlineData(@"\t", "\t")]
    [InlineData(@"\001", "\u0001")]
    [InlineData(@"\11x", "\tx")]
    [InlineData(@"\\", @"\")]
    [InlineData("|~|", "|~|")]
    public void Delimiters_have_escapes_and_several_characters(string written, string delimiter) =>
        Assert.Equal(delimiter, Csv($"csv delimiter '{written}'").Delimiter);

    [Theory]
    [InlineData(@"\N", @"\N")]
    [InlineData(@"\\N", @"\N")]
    [InlineData("NULL", "NULL")]
    [InlineData("it''s", "it's")]
    public void NULL_AS_is_taken_as_it_is_written(string written, string text) => Assert.Equal(text, Csv($"csv null as '{written}'").NullAs);

    [Theory]
    [InlineData("csv quote ''", "QUOTE is not one ASCII character")]
    [InlineData("csv quote 'ab'", "QUOTE is not one ASCII character")]
    [InlineData("csv quote 'é'", "QUOTE is not one ASCII character")]
    [InlineData("csv delimiter ''", "DELIMITER is no text within a line")]
    [InlineData(@"csv delimiter '\n'", "DELIMITER is no text within a line")]
    [InlineData(@"csv delimiter '\377'", "DELIMITER is no text within a line")]
    [InlineData("csv delimiter '\"'", "DELIMITER and QUOTE of the COPY are the same character")]
    [InlineData("csv quote ','", "DELIMITER and QUOTE of the COPY are the same character")]
    [InlineData(@"csv null as '\n'", "NULL AS can't be the end of a line")]
    [InlineData("csv csv", "the COPY states CSV twice")]
    [InlineData("csv escape", "COPY can't have ESCAPE here: neither JSON nor CSV takes it")]
    [InlineData("csv json", "COPY can't have CSV here: JSON doesn't take it")]
    [InlineData("delimiter ','", "the COPY into t states neither JSON nor CSV, so that Redshift would read lines parted by a delimiter, without quotes")]
    public void What_can_not_be_is_refused(string options, string message)
    {
        var problem = SqlSamples.Problem($"copy t from 's3://b/k' iam_role default {options}");

        Assert.EndsWith(message, problem.ToString(), StringComparison.Ordinal);
        Assert.NotNull(problem.Hint);
    }

    [Fact]
    public void What_CSV_is_like_belongs_to_what_a_COPY_makes_of_records()
    {
        var table = SqlSamples.Parse<CreateTable>("create table t (a int)");
        string Of(string options) => Fingerprint.Of(SqlSamples.Parse<CopyStatement>($"copy t from 's3://b/k' iam_role default {options}"), table);

        string[] options = ["json 'auto'", "csv", "csv quote '%'", "csv delimiter ';'", "csv null as ''", "csv fillrecord", "csv ignoreblanklines"];
        Assert.Equal(options.Length, options.Select(Of).Distinct().Count());
        Assert.Equal(Of("csv"), Of("format as csv delimiter ','"));
    }
}
