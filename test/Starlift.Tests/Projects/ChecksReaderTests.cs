using Starlift.Projects;

namespace Starlift.Tests.Projects;

public sealed class ChecksReaderTests
{
    [Fact]
    public void A_check_is_read_with_its_header()
    {
        using var scratch = Music().Add("checks/short.sql", """
            -- Description: No song is longer
            --   than an hour: ${why}.
            -- severity: warn
            -- threshold: 2.5% of songs

            -- A comment: the header is over by now.
            select songs.title from songs join changed_songs on changed_songs.title is not null -- why: no reason
            """);
        var check = Assert.Single(scratch.Read().Checks);
        Assert.Equal(("short", "No song is longer than an hour: nobody listens."), (check.Name, check.Description));
        Assert.Equal((CheckSeverity.Warn, 2.5m, "songs"), (check.Severity, check.Threshold.Percent, check.Threshold.Of!.Name));
        Assert.Equal(["songs"], check.Reads.Select(table => table.Name));
        Assert.Equal("select songs.title from songs join \"x\" on \"x\".title is not null", check.SqlOn(table => table.Name == "songs" ? "\"x\"" : "?").Trim());
    }

    [Fact]
    public void A_check_is_an_error_and_tolerates_nothing_unless_it_says_so()
    {
        using var scratch = Music().Add("checks/a.sql", "-- description: x\nselect 1");
        var check = Assert.Single(scratch.Read().Checks);
        Assert.Equal((CheckSeverity.Error, CheckThreshold.None), (check.Severity, check.Threshold));
    }

    [Theory]
    [InlineData("0% of songs", 1_000_000, 0)]
    [InlineData("12", 1, 12)]
    [InlineData("0.1% of songs", 1_999, 1)]
    [InlineData("97 % of music.songs_of_old", 10, 9)]
    [InlineData("100% of songs", 7, 7)]
    public void A_threshold_is_a_number_or_a_share_of_a_table(string threshold, long rows, long tolerated)
    {
        using var scratch = Music()
            .Add("tables/songs_of_old.sql", "create table music.songs_of_old (id int)")
            .Add("checks/a.sql", $"-- description: x\n-- threshold: {threshold}\nselect 1");
        Assert.Equal(tolerated, Assert.Single(scratch.Read().Checks).Threshold.Tolerated(rows));
    }

    [Theory]
    [InlineData("select 1", "1:1: the check has no description | begin the file with: -- description: what must hold")]
    [InlineData("-- descripton: x\nselect 1", "1:1: the file's header has an unknown key 'descripton' | did you mean 'description'?")]
    [InlineData("-- description: x\n-- owner: ada\nselect 1", "2:1: the file's header has an unknown key 'owner' | allowed: severity, description, threshold")]
    [InlineData("-- description: x\n-- description: y\nselect 1", "2:1: the file's header has 'description' twice | keep one of them")]
    [InlineData("-- description: x\n-- severity:\nselect 1", "2:1: 'severity' has no value | write: -- severity: …")]
    [InlineData("-- description: x\n-- severity: wran\nselect 1", "2:1: 'wran' is no severity | did you mean 'warn'?")]
    [InlineData("-- description: x\n-- severity: fatal\nselect 1", "2:1: 'fatal' is no severity | allowed: error, warn")]
    [InlineData("-- description: x\n-- threshold: few\nselect 1", "2:1: 'few' is no threshold | write how many rows are tolerated: 10, or a share of a table's rows: 0.5% of songplays")]
    [InlineData("-- description: x\n-- threshold: -1\nselect 1", "2:1: '-1' is no threshold")]
    [InlineData("-- description: x\n-- threshold: 101% of songs\nselect 1", "2:1: '101% of songs' is no threshold")]
    [InlineData("-- description: x\n-- threshold: 5% of song\nselect 1", "2:1: the threshold is a share of 'song', which the project does not declare | did you mean 'songs'?")]
    [InlineData("-- description: x\n-- what it is for\nselect 1", "2:1: a line of the file's header is no 'key: value' | begin it with two blanks")]
    [InlineData("-- description: x\n\ndelete from songs", "3:1: a file of checks/ holds one SELECT and nothing else | write one SELECT that yields the rows which break the rule")]
    [InlineData("-- description: x\n\nselect 1; select 2", "3:11: a file of checks/ holds one SELECT and nothing else")]
    public void A_check_that_is_wrong_is_told_with_its_place_and_a_way_out(string text, string expected)
    {
        using var scratch = Music().Add("checks/a.sql", text);
        Assert.Contains(scratch.Problems(), problem => problem.StartsWith($"checks/a.sql:{expected}", StringComparison.Ordinal));
    }

    [Fact]
    public void All_problems_of_a_check_are_told_at_once()
    {
        using var scratch = Music().Add("checks/a.sql", "-- severty: warn\n-- threshold: x\nselect 1; select 2");
        Assert.Equal(4, scratch.Problems().Count);
    }

    [Fact]
    public void A_declared_table_of_that_name_is_not_taken_for_changed_rows()
    {
        using var scratch = Music()
            .Add("tables/changed_songs.sql", "create table changed_songs (id int)")
            .Add("checks/a.sql", "-- description: x\nselect * from changed_songs");
        var check = Assert.Single(scratch.Read().Checks);
        Assert.Empty(check.Changed);
        Assert.Equal(["changed_songs"], check.Reads.Select(table => table.Name));
    }

    static ScratchProject Music() => ScratchProject.With(ScratchProject.Settings + "vars: { why: nobody listens }\n")
        .Add("tables/songs.sql", "create table songs (title varchar(10) primary key)")
        .Add("models/songs.sql", "select 'a' as title");
}
