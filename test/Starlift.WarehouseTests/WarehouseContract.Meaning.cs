using Starlift.Errors;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>What names, types and aliases mean: the same on every warehouse.</summary>
public abstract partial class WarehouseContract
{
    [Fact]
    public async Task A_column_that_is_not_there_is_told_at_its_line_and_column()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync("create table t (id int, name varchar(9))", Stop);

        var error = await Assert.ThrowsAnyAsync<StarliftException>(() => LinesAsync(warehouse, "select\n    id,\n    upper(nam) as name\nfrom t"));
        Assert.Equal((3, 11), (error.Problems[0].Place!.Value.Line, error.Problems[0].Place!.Value.Column));
    }

    [Fact]
    public async Task A_common_table_named_like_a_SUPER_column_is_a_table()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync(
            "create table st (id int, name varchar(9), extra super); insert into st select 1, 'a', json_parse('{\"name\":\"b\"}')", Stop);

        Assert.Equal(["a"], await LinesAsync(warehouse, "with extra as (select id, name from st) select extra.name from extra"));
        Assert.Equal(["1"], await LinesAsync(warehouse, "with extra as (select id, name from st) select count(*) from st join extra on st.name = extra.name"));
        Assert.Equal(["b"], await LinesAsync(warehouse, "select st.extra.name::varchar from st"));
    }

    [Fact]
    public async Task An_alias_of_the_select_list_can_be_used_behind_it()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();

        Assert.Equal(["1|2|6"], await LinesAsync(warehouse, "select 1 as a, a + 1 as b, b * 3 as c"));
    }

    [Fact]
    public async Task A_SUPER_path_is_calculated_with_wherever_it_stands()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync("create table t (s super); insert into t select json_parse('{\"k\":4}'); insert into t select json_parse('{}')", Stop);

        Assert.Equal(["1", "5"], await LinesAsync(warehouse, "select (coalesce(s.k, 0) + 1)::int from t order by 1"));
    }

    [Fact]
    public async Task An_UPDATE_whose_FROM_names_the_target_again_changes_the_rows_that_match()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync(
            "create table t (id int, v int); create table s (id int); insert into t values (1, 0), (2, 0), (3, 0), (4, 0); insert into s values (3)", Stop);
        await warehouse.ExecuteAsync("update t set v = 9 from t x join s on x.id = s.id where x.id > 0", Stop);

        Assert.Equal(["1|0", "2|0", "3|9", "4|0"], await LinesAsync(warehouse, "select id, v from t order by id"));
    }

    [Fact]
    public async Task A_number_and_a_text_meet_as_their_types_say()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        await warehouse.ExecuteAsync("create table t (i int, v varchar(9), d decimal(8,2)); insert into t values (10, '10', 10), (9, '9.0', 9)", Stop);

        Assert.Equal(["10"], await LinesAsync(warehouse, "select i from t where i = v"));
        Assert.Equal(["10", "9"], await LinesAsync(warehouse, "select i from t where d = v order by i desc"));
        Assert.Equal(["8|ab"], await LinesAsync(warehouse, "select '5' + 3, 'a' + 'b'"));
        Assert.Equal(["0.01"], await LinesAsync(warehouse, "select (v / 1000)::decimal(8,2) from t where i = 10"));
    }
}
