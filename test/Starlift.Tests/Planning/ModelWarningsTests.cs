using Starlift.Tests.Runs;

namespace Starlift.Tests.Planning;

public sealed class ModelWarningsTests
{
    [Theory]
    [InlineData("select e.id, s.name from events as e join songs_in as s on s.id = e.id")]
    [InlineData("select e.id, s.name from events as e, songs_in as s where s.id = e.id")]
    [InlineData("with plays as (select id from events where id > 0) select p.id, s.name from plays as p left join (select id, name from songs_in) as s on s.id = p.id")]
    [InlineData("select id, cast(null as varchar(8)) as name from events where id in (select id from songs_in)")]
    public async Task A_model_that_joins_the_staging_tables_of_two_loads_is_told(string model)
    {
        await using var runs = Make(model);
        var warning = Assert.Single((await runs.PlanAsync()).Warnings);
        Assert.Equal("model plays joins events and songs_in, which hold the records of one run only: what one run brings finds nothing of what another brought", warning.Problem.What);
        Assert.Equal("read the star table instead: songs", warning.Problem.Hint);
    }

    [Theory]
    [InlineData("select e.id, s.name from events as e join songs as s on s.id = e.id")]
    [InlineData("select id, cast(null as varchar(8)) as name from events union select id, name from songs_in")]
    [InlineData("select a.id, cast(null as varchar(8)) as name from events as a join events as b on a.id = b.id")]
    [InlineData("with known as (select id from songs_in union select id from songs) select e.id, cast(null as varchar(8)) as name from events as e join known as k on k.id = e.id")]
    [InlineData("with songs_in as (select id, name from songs) select e.id, s.name from events as e join songs_in as s on s.id = e.id")]
    [InlineData("select e.id, max(p.name) as name from events as e left join plays as p on p.id = e.id group by e.id")]
    public async Task Others_are_not(string model)
    {
        await using var runs = Make(model);
        Assert.Empty((await runs.PlanAsync()).Warnings);
    }

    [Theory]
    [InlineData("select id, cast(null as varchar(8)) as name from (select id, row_number() over (partition by id order by id desc) as place from events) as e where place = 1")]
    [InlineData("select id, cast(null as varchar(8)) as name from events e qualify row_number() over (partition by id order by id desc) = 1")]
    public async Task A_model_that_chooses_among_what_one_run_brings_is_told_how_to_choose_the_newest(string model)
    {
        await using var runs = Make(model);
        var warning = Assert.Single((await runs.PlanAsync()).Warnings);
        Assert.Equal("model plays chooses among the records of one run and replaces the row of plays: where a key's records come in several runs, the last run counts", warning.Problem.What);
        Assert.StartsWith("write -- newest: COLUMN above the SELECT, or ", warning.Problem.Hint, StringComparison.Ordinal);
        await using var newest = Make("-- newest: name\n" + model);
        Assert.Empty((await newest.PlanAsync()).Warnings);
    }

    [Theory]
    [InlineData("select id, max(cast(id as varchar(8))) as name from events group by id")]
    [InlineData("-- newest: name\nselect id, name from (select id, max(cast(id as varchar(8))) as name from events group by id) as e")]
    public async Task A_model_that_aggregates_what_one_run_brings_is_told(string model)
    {
        await using var runs = Make(model);
        var warning = Assert.Single((await runs.PlanAsync()).Warnings);
        Assert.Equal("model plays aggregates the records of one run and replaces the row of plays: where a key's records come in several runs, the last run counts", warning.Problem.What);
    }

    static ScratchRuns Make(string model) => ScratchRuns.With("id int")
        .Star("things", "id int primary key", "select id from arrivals")
        .Add("data/1.json", """{"id":1}""")
        .Add("tables/events.sql", "create table events (id int)")
        .Add("tables/songs_in.sql", "create table songs_in (id int, name varchar(8))")
        .Add("loads/events.sql", "copy events from './data/' iam_role default format as json 'auto'")
        .Add("loads/songs_in.sql", "copy songs_in from './data/' iam_role default format as json 'auto'")
        .Star("songs", "id int primary key, name varchar(8)", "select id, name from songs_in")
        .Star("plays", "id int primary key, name varchar(8)", model);
}
