namespace Starlift.Tests.Sessions;

/// <summary>SUPER columns from the COPY to the query.</summary>
public sealed class SuperTests
{
    const string Regions = """
        {"id":1,"r":{"name":"Europe","nations":[{"name":"Italy","cities":["Rom","Bari"],"people":59},{"name":"Spain","people":48}]}}
        {"id":2,"r":{"name":"Asia","nations":[],"tags":{"old":true}}}
        {"id":3,"r":null}
        {"id":4}
        """;

    [Theory]
    [InlineData("select id, r.name from regions where id < 3 order by 1", "1|\"Europe\"", "2|\"Asia\"")]
    [InlineData("select r.nations[0].name from regions where id = 1", "\"Italy\"")]
    [InlineData("select r.nations[0].cities[1]::varchar as city from regions where id = 1", "Bari")]
    [InlineData("select t.r.nations[1].people::int + 1 from regions t where t.id = 1", "49")]
    [InlineData("select id from regions where r.nations[0].name = 'Italy'", "1")]
    [InlineData("select id from regions where r.tags.old = true", "2")]
    [InlineData("select id from regions where r.nations[1].people > 40", "1")]
    [InlineData("select id from regions where r.nations[0].name is null order by id", "2", "3", "4")]
    [InlineData("select id, r.tags from regions where id < 3 order by id", "1|NULL", "2|{\"old\":true}")]
    [InlineData("select n.name::varchar, n.people::int from regions t, t.r.nations n order by 1", "Italy|59", "Spain|48")]
    [InlineData("select r.name::varchar as name, count(*) from regions where id < 3 group by r.name::varchar order by 1", "Asia|1", "Europe|1")]
    [InlineData("select json_typeof(r.nations), get_array_length(r.nations) from regions where id = 1", "array|2")]
    [InlineData("select r from regions where id = 2", "{\"name\":\"Asia\",\"nations\":[],\"tags\":{\"old\":true}}")]
    [InlineData("create table names as select id, r.name::varchar(9) as name from regions; select name from names where id = 2", "Asia")]
    [InlineData("create temp table copied (like regions); insert into copied select * from regions; select r.name::varchar from copied where id = 1", "Europe")]
    public async Task A_loaded_value_can_be_navigated(string sql, params string[] rows)
    {
        await using var scripts = await LoadedAsync();

        Assert.Equal(rows, (await scripts.RunAsync(sql)).Where(row => !row.EndsWith(" rows", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Paths_are_still_understood_in_a_later_session()
    {
        await using var scripts = await LoadedAsync(onFile: true);
        await scripts.ReopenAsync();

        Assert.Equal(["1"], await scripts.QueryAsync("select id from regions where r.nations[0].name = 'Italy'"));
    }

    [Fact]
    public async Task A_whole_document_can_be_navigated()
    {
        await using var scripts = new ScratchScripts();
        scripts.Add("docs", """{"a":{"b":"x"},"n":1}{"a":{"b":"y"},"n":2}""");
        await scripts.RunAsync("create table docs (doc super); copy docs from 's3://b/docs' iam_role default json 'noshred'");

        Assert.Equal(["2"], await scripts.QueryAsync("select doc.n::int from docs where doc.a.b = 'y'"));
    }

    static async Task<ScratchScripts> LoadedAsync(bool onFile = false)
    {
        var scripts = new ScratchScripts(onFile);
        scripts.Add("regions", Regions);
        await scripts.RunAsync("create table regions (id int, r super); copy regions from 's3://b/regions' iam_role default json 'auto'");
        return scripts;
    }
}
