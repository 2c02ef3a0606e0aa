namespace Starlift.Tests.Sessions;

/// <summary>What the search path completes. SearchPathContract has the rules for all engines.</summary>
public sealed class SearchPathTests
{
    [Fact]
    public async Task COPY_loads_the_table_that_the_path_leads_to()
    {
        await using var scripts = await ScratchScripts.WithAsync("{\"n\": 1, \"v\": \"abcdef\"}");
        await scripts.RunAsync("create schema a; set search_path to a, public; create table t (n int, v varchar(6)); copy t from 's3://b/t' iam_role default format json 'auto'");
        Assert.Equal(["abcdef|0"], await scripts.RunAsync("select v, (select count(*) from public.t) from a.t"));
    }

    [Fact]
    public async Task A_mistake_is_told_where_the_script_has_it()
    {
        await using var scripts = await ScratchScripts.WithAsync("");
        var (_, seen) = await scripts.FailAsync("create schema a; set search_path to a; create table u (n int); select n from u where u.n = 1 and missing = 2");
        Assert.Equal("a.sql:1:98: column \"missing\" does not exist", seen[^1]);
    }

    [Fact]
    public async Task A_path_into_SUPER_is_no_table()
    {
        await using var scripts = await ScratchScripts.WithAsync("");
        Assert.Equal("5", (await scripts.RunAsync(
            """create schema a; set search_path to a; create table u as select json_parse('{"s": [2, 3]}') as s; with w as (select s from u) select sum(i::int) from w, w.s.s as i"""))[^1]);
    }

    [Fact]
    public async Task A_late_binding_view_names_schemas()
    {
        await using var scripts = await ScratchScripts.WithAsync("");
        var (_, seen) = await scripts.FailAsync("create view late as with c as (select n from public.t) select c.n from c, t with no schema binding");
        Assert.Equal("a.sql:1:75: All the relation names inside should be qualified when creating VIEW WITH NO SCHEMA BINDING", seen[^1]);
        Assert.Equal(["0"], (await scripts.RunAsync("create view late as with c as (select n from public.t) select c.n from c with no schema binding; select count(*) from late")).TakeLast(1));
    }
}
