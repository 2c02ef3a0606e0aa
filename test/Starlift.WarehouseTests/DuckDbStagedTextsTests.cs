using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>
/// Texts that end in blanks equal those that do not, whether a temporary table holds such texts from the beginning or they come to it behind
/// the engine's knowledge that it holds none.
/// </summary>
public sealed class DuckDbStagedTextsTests
{
    const string Matches = "select count(*) from t where v = 'a'";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", 1)]
    [InlineData("copy t from 'data/blank.json' iam_role default json 'auto'", 2)]
    [InlineData("insert into t values ('a ')", 2)]
    [InlineData("insert into t select v || ' ' from t", 2)]
    [InlineData("update t set v = 'a '", 1)]
    [InlineData("merge into t using (select 'b' as w) as s on t.v = s.w when matched then update set v = 'c' when not matched then insert values ('a ')", 2)]
    [InlineData("alter table t add column w varchar(10); update t set w = v || ' '; alter table t drop column v; alter table t rename column w to v", 1)]
    [InlineData("drop table t; create temp table t as select cast('a ' as varchar(10)) as v", 1)]
    [InlineData("create temp table u (v varchar(10)); insert into u values ('a '); drop table t; alter table u rename to t", 1)]
    [InlineData("delete from t; insert into t values ('a ')", 1)]
    public async Task Texts_are_compared_without_their_blanks_after(string change, int matches)
    {
        await using var target = new DuckDbTarget();
        await using var warehouse = await StagedAsync(target);
        foreach (var inTransaction in (bool[])[false, true])
        {
            if (inTransaction)
            {
                await warehouse.ExecuteAsync("drop table t", Stop);
                await StageAsync(target, warehouse);
                await warehouse.BeginAsync(Stop);
            }

            Assert.Equal(1, await warehouse.CountAsync(Matches, Stop));
            foreach (var statement in change.Split("; ", StringSplitOptions.RemoveEmptyEntries))
            {
                await ChangeAsync(target, warehouse, statement);
            }

            Assert.Equal(matches, await warehouse.CountAsync(Matches, Stop));
        }
    }

    [Fact]
    public async Task Texts_are_compared_without_their_blanks_after_rows_were_appended()
    {
        await using var target = new DuckDbTarget();
        await using var warehouse = await StagedAsync(target);
        await warehouse.BeginAsync(Stop);
        Assert.Equal(1, await warehouse.CountAsync(Matches, Stop));
        await warehouse.AppendAsync(new TableName(null, "t"), [["a "]], Stop);
        Assert.Equal(2, await warehouse.CountAsync(Matches, Stop));
    }

    [Fact]
    public async Task A_prepared_statement_compares_without_blanks_what_came_after_it()
    {
        await using var target = new DuckDbTarget();
        await using var warehouse = await StagedAsync(target);
        await warehouse.BeginAsync(Stop);
        Assert.Equal(1, await warehouse.CountAsync(Matches, Stop));
        await warehouse.ExecuteAsync($"prepare p as {Matches}", Stop);
        await warehouse.ExecuteAsync("insert into t values ('a ')", Stop);
        Assert.Equal(2L, (await warehouse.QueryAsync("execute p", Stop)).Rows[0][0]);
    }

    [Fact]
    public async Task What_a_rollback_brings_back_is_compared_without_its_blanks()
    {
        await using var target = new DuckDbTarget();
        await using var warehouse = await StagedAsync(target);
        await warehouse.ExecuteAsync("insert into t values ('a ')", Stop);
        await warehouse.BeginAsync(Stop);
        await warehouse.ExecuteAsync("drop table t", Stop);
        await StageAsync(target, warehouse);
        Assert.Equal(1, await warehouse.CountAsync(Matches, Stop));
        await warehouse.RollbackAsync();
        Assert.Equal(2, await warehouse.CountAsync(Matches, Stop));
    }

    static async Task<IWarehouse> StagedAsync(DuckDbTarget target)
    {
        target.Put("data/1.json", """{"v":"a"}""");
        target.Put("data/blank.json", """{"v":"a "}""");
        var warehouse = await target.OpenAsync();
        await StageAsync(target, warehouse);
        return warehouse;
    }

    static async Task StageAsync(DuckDbTarget target, IWarehouse warehouse)
    {
        await warehouse.ExecuteAsync("create temp table t (v varchar(10))", Stop);
        await ChangeAsync(target, warehouse, "copy t from 'data/1.json' iam_role default json 'auto'");
    }

    static async Task ChangeAsync(DuckDbTarget target, IWarehouse warehouse, string statement)
    {
        if (SqlScript.Parse("test", statement)[0] is not CopyStatement copy)
        {
            await warehouse.ExecuteAsync(statement, Stop);
            return;
        }

        using var result = await target.CopyAsync(warehouse, copy);
        Assert.Equal(1, result.RowsLoaded);
    }
}
