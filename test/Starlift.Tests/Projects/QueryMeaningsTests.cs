namespace Starlift.Tests.Projects;

public sealed class QueryMeaningsTests
{
    [Theory]
    [InlineData("models/songs.sql", "select id,\n  titel as title\nfrom staging", "models/songs.sql:2:3: column \"titel\" does not exist | did you mean 'title'?")]
    [InlineData("models/songs.sql", "select s.id, x.title from staging as s", "models/songs.sql:1:14: relation \"x\" does not exist")]
    [InlineData("models/songs.sql", "select id, title from staging where title > 5 and played + date '2020-01-01' is null", "models/songs.sql:1:51: operator does not exist: timestamp without time zone + date | No operator matches the given name and argument type(s). You may need to add explicit type casts.")]
    [InlineData("models/songs.sql", "select sum(id) as id, title from staging", "models/songs.sql:1:23: column \"staging.title\" must appear in the GROUP BY clause or be used in an aggregate function")]
    [InlineData("models/songs.sql", "select dateadd(dy, 1, played) as id, upper(title, 5) as title from staging", "models/songs.sql:1:38: function upper(character varying, integer) does not exist | No function matches the given name and argument types. You may need to add explicit type casts.")]
    [InlineData("checks/a.sql", "-- description: x\nselect nothing from changed_songs", "checks/a.sql:2:8: column \"nothing\" does not exist")]
    [InlineData("reports/a.sql", "-- title: T\n-- question: Q?\n-- kind: table\nselect nothing from songs", "reports/a.sql:4:8: column \"nothing\" does not exist")]
    [InlineData("models/songs.sql", "select pg_catalog.f_mine(id) as id from staging", "models/songs.sql:1:8: function f_mine(integer) does not exist | No function matches the given name and argument types. You may need to add explicit type casts.")]
    public void What_Redshift_would_refuse_is_told_at_its_place(string file, string sql, string problem)
    {
        using var scratch = Music().Add(file, sql);
        Assert.Equal([problem], scratch.Problems());
    }

    [Fact]
    public void All_files_are_told_at_once_and_a_broken_table_once()
    {
        using var scratch = Music()
            .Add("tables/staging.sql", "create table staging (id int,")
            .Add("models/songs.sql", "select id, whatever as title from staging")
            .Add("checks/a.sql", "-- description: x\nselect a from songs")
            .Add("checks/b.sql", "-- description: x\nselect b from songs");
        Assert.Equal(
            ["checks/a.sql:2:8", "checks/b.sql:2:8", "tables/staging.sql:1:30"],
            scratch.Problems().Select(problem => problem.Split(": ")[0]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("select o.id, o.anything.deep as title from others as o join analytics.more as m on m.id = o.id and m.x > o.y")]
    [InlineData("select * from other_songs")]
    [InlineData("select id, title from dev.public.staging union all select * from elsewhere.songs")]
    [InlineData("select id, f_clean(title) as title from staging")]
    [InlineData("select id, analytics.clean(title, 'x', id) as title from staging where analytics.is_good(id)")]
    [InlineData("select id, title from staging where id in (select query from stl_query)")]
    [InlineData("select id, version() as title from others")]
    [InlineData("select id, title from \"STAGING\" as S where s.ID > 0")]
    public void What_the_project_does_not_know_may_be_there(string sql)
    {
        using var scratch = Music().Add("models/songs.sql", sql);
        Assert.Equal("songs", Assert.Single(scratch.Read().Models).Name);
    }

    [Fact]
    public void Functions_that_Redshift_lacks_are_listed_once_with_their_place()
    {
        using var scratch = Music().Add("models/songs.sql", "select uper(title) as title, f_x(f_x(id)) as id, null as note from staging where mine.f_y(null, 'a')");
        var functions = scratch.Read().OtherFunctions;
        Assert.Equal(["uper", "f_x"], functions.Select(function => function.Name));
        Assert.Equal(
            [
                "models/songs.sql:1:8: function uper(character varying) does not exist | did you mean 'upper'?",
                "models/songs.sql:1:30: function f_x(\"unknown\") does not exist",
            ],
            scratch.Lines([.. functions.Select(function => function.Missing)]));
    }

    static ScratchProject Music() => ScratchProject.Sound()
        .Add("tables/staging.sql", "create table staging (id int, title varchar(20), played timestamp)")
        .Add("tables/songs.sql", "create table songs (id int primary key, title varchar(20))")
        .Add("loads/staging.sql", "copy staging from 's3://b/songs/' iam_role default format json 'auto'")
        .Add("models/songs.sql", "select id, title from staging");
}
