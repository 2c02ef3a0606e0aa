using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>What a COPY does on every warehouse.</summary>
public abstract partial class WarehouseContract
{
    [Fact]
    public async Task Every_type_is_loaded_as_its_record_says()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        target.Put("data/1.json", """
            {"a":-32768,"b":2147483647,"c":-9223372036854775808,"d":"-123456789012345.67891","e":1.5,"f":1e300,"g":true,"h":"abc","i":"é","j":"2020-02-29","k":"23:59:59.999999","l":"1969-12-31 23:59:59.999999","m":"2020-01-01 02:00:00+02","n":{"x":[1,"é"]},"o":"00ff"}
            {"a":1,"d":0}
            {"a":2,"d":10000}
            {"a":3,"d":0.00001}
            {"a":4,"d":-99999999.5}
            """);
        await warehouse.ExecuteAsync(
            "create table t (a smallint, b integer, c bigint, d decimal(20,5), e real, f double precision, g boolean, h char(3), i varchar(20), j date, k time, l timestamp, m timestamptz, n super, o varbyte(2))",
            Stop);
        using var result = await CopyAsync(target, warehouse, "copy t from 'data/1.json' iam_role default json 'auto'");
        Assert.Equal((false, 5L), (result.Failed, result.RowsLoaded));
        Assert.Equal(
            ["-32768|2147483647|-9223372036854775808|-123456789012345.67891", "1|NULL|NULL|0", "2|NULL|NULL|10000", "3|NULL|NULL|0.00001", "4|NULL|NULL|-99999999.5"],
            await LinesAsync(warehouse, "select a, b, c, d from t order by a"));
        Assert.Equal(
            [$"1.5|{1e300}|true|abc|é|2020-02-29|23:59:59.999999|1969-12-31 23:59:59.999999|2020-01-01 00:00:00.000000Z|00FF"],
            await LinesAsync(warehouse, "select e, f, g, h, i, j, k, l, m, o from t where a < 0"));
        Assert.Equal(["1|é"], await LinesAsync(warehouse, "select n.x[0]::int, n.x[1]::varchar from t where a < 0"));
    }

    [Fact]
    public async Task CSV_is_loaded_with_its_quotes_nulls_and_rejects()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        target.Put("data/1.csv", "id;name;more\n1;'a;b';'{\"x\": [1]}'\n2;'it''s\ntwo';none\nnone;;none\nx;b;none\n5;b\n");
        await warehouse.ExecuteAsync("create table t (id int, name varchar(9), more super)", Stop);
        using var result = await CopyAsync(target, warehouse, "copy t from 'data/' iam_role default csv delimiter ';' quote '\\'' null as 'none' ignoreheader 1 maxerror 10");
        Assert.Equal((false, 3L, 2), (result.Failed, result.RowsLoaded, result.RejectCount));
        Assert.Equal([(6L, 1207, "id"), (7L, 1214, "name")], result.Rejects.Select(reject => (reject.LastLine, (int)reject.Code, reject.Column)).Order());
        Assert.Equal(["1|a;b|1", "2|it's\ntwo|NULL", "NULL||NULL"], await LinesAsync(warehouse, "select id, name, more.x[0]::int from t order by id"));
    }

    [Fact]
    public async Task Bad_records_are_rejects_and_the_others_are_loaded()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        target.Put("data/1.json", """
            {"id":1,"name":"a"}
            {"id":"x","name":"b"}
            {"id":3,"name":"too long"}
            {"id":4,"name":"d"}
            """);
        await warehouse.ExecuteAsync("create table t (id int not null, name varchar(3))", Stop);
        using var result = await CopyAsync(target, warehouse, "copy t from 'data/' iam_role default json 'auto' maxerror 10");
        Assert.Equal((false, 2L, 2), (result.Failed, result.RowsLoaded, result.RejectCount));
        Assert.Equal([(2L, "id", "x"), (3L, "name", "too long")], result.Rejects.Select(reject => (reject.FirstLine, reject.Column, reject.RawValue)).Order());
        Assert.Equal(["1|a", "4|d"], await LinesAsync(warehouse, "select * from t order by id"));
    }

    [Fact]
    public async Task A_load_that_passes_its_limit_of_rejects_loads_nothing()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        target.Put("data/1.json", string.Concat(Enumerable.Range(0, 5000).Select(i => $"{{\"id\":{i}}}\n")) + "{\"id\":\"x\"}");
        await warehouse.ExecuteAsync("create table t (id int)", Stop);
        using (var result = await CopyAsync(target, warehouse, "copy t from 'data/' iam_role default json 'auto'"))
        {
            Assert.Equal((true, 0L, 1), (result.Failed, result.RowsLoaded, result.RejectCount));
        }

        Assert.Equal(0, await warehouse.CountAsync("select count(*) from t", Stop));
        await warehouse.BeginAsync(Stop);
        using (var result = await CopyAsync(target, warehouse, "copy t from 'data/' iam_role default json 'auto'"))
        {
            Assert.True(result.Failed);
        }

        await warehouse.RollbackAsync();
        Assert.Equal(0, await warehouse.CountAsync("select count(*) from t", Stop));
    }

    [Fact]
    public async Task A_load_without_records_is_a_load_of_nothing()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        target.Put("data/1.json", "\n");
        await warehouse.ExecuteAsync("create table t (id int)", Stop);
        using var result = await CopyAsync(target, warehouse, "copy t from 'data/' iam_role default json 'auto'");
        Assert.Equal((false, 0L, 1), (result.Failed, result.RowsLoaded, result.Objects.Count));
        var empty = await warehouse.QueryAsync("select id from t", Stop);
        Assert.Equal(["id"], empty.Columns);
        Assert.Empty(empty.Rows);
    }

    [Fact]
    public async Task A_hundred_thousand_records_of_many_objects_are_loaded_and_read_back()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        for (var file = 0; file < 10; file++)
        {
            target.Put($"data/{file}.json", string.Concat(Enumerable.Range(file * 10_000, 10_000).Select(i => $"{{\"id\":{i},\"name\":\"n{i}\"}}\n")));
        }

        await warehouse.ExecuteAsync("create temp table t (id int, name varchar(20), extra varchar(20))", Stop);
        using var result = await CopyAsync(target, warehouse, "copy t from 'data/' iam_role default json 'auto'");
        Assert.Equal(100_000, result.RowsLoaded);
        Assert.All(result.Objects, counts => Assert.Equal((10_000L, 10_000L), (counts.Records, counts.Rows)));
        Assert.Equal(["100000|4999950000"], await LinesAsync(warehouse, "select count(*), sum(id) from t where name = 'n' || id and extra is null"));
        Assert.Equal(100_000, (await warehouse.QueryAsync("select * from t", Stop)).Rows.Count);
    }

    [Fact]
    public async Task A_text_of_four_megabytes_nearly_is_loaded_whole_where_the_column_takes_it()
    {
        await using var target = await MakeTargetAsync();
        await using var warehouse = await target.OpenAsync();
        target.Put("data/1.json", string.Concat(Enumerable.Range(0, 20).Select(i => $"{{\"id\":{i},\"name\":\"{new string((char)('a' + i), 65_535)}\"}}\n")));
        await warehouse.ExecuteAsync("create table t (id int, name varchar(max))", Stop);
        using var result = await CopyAsync(target, warehouse, "copy t from 'data/' iam_role default json 'auto'");
        Assert.Equal(["20|65535|65535|20"], await LinesAsync(warehouse, "select count(*), min(len(name)), max(len(name)), count(distinct name) from t"));
    }
}
