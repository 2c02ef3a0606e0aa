using Starlift.Copying;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Redshift;
using Starlift.ServedRedshift;
using Starlift.Secrets;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.RedshiftTests;

public sealed class RedshiftWarehouseTests
{
    const string Boats = "create table boats (id integer, name varchar(20))";

    static CancellationToken Cancel => ScratchRedshift.Cancel;

    [Fact]
    public async Task A_wrong_password_is_told_at_once_and_never_shown()
    {
        await using var redshift = await ScratchRedshift.StartAsync();
        var error = await FailToOpenAsync(redshift, options => options with { Login = _ => Task.FromResult(new RedshiftLogin("ada", new Secret("wrong-secret"))) });
        Assert.Equal("Redshift refuses the login: password authentication failed for user \"ada\"", error.Problems[0].What);
        Assert.Equal(ExitCode.Access, error.ExitCode);
        Assert.DoesNotContain("wrong-secret", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(redshift.Retries);
    }

    [Fact]
    public async Task An_unknown_database_is_a_matter_of_the_configuration()
    {
        await using var redshift = await ScratchRedshift.StartAsync();
        var error = await FailToOpenAsync(redshift, options => options with { Database = "nowhere" });
        Assert.Equal((ExitCode.Usage, "there is no database 'nowhere' on localhost"), (error.ExitCode, error.Problems[0].What));
    }

    [Fact]
    public async Task An_unknown_host_is_told_at_once()
    {
        await using var redshift = await ScratchRedshift.StartAsync();
        var error = await FailToOpenAsync(redshift, options => options with { Host = "nowhere.invalid" });
        Assert.Equal((ExitCode.Access, "nowhere.invalid has no address", "check the target's host"), (error.ExitCode, error.Problems[0].What, error.Hint));
    }

    [Fact]
    public async Task A_name_that_is_too_new_to_be_known_is_looked_up_again()
    {
        await using var redshift = await ScratchRedshift.StartAsync();
        var error = await FailToOpenAsync(redshift, options => options with { Host = "nowhere.invalid", NamePatience = TimeSpan.FromSeconds(1) });
        Assert.Equal((ExitCode.Access, "nowhere.invalid has no address"), (error.ExitCode, error.Problems[0].What));
        Assert.StartsWith("a new warehouse's name takes some minutes to be known", error.Hint, StringComparison.Ordinal);
        Assert.NotEmpty(redshift.Retries);
        Assert.All(redshift.Retries, retry => Assert.Equal("nowhere.invalid has no address", retry));
    }

    [Theory]
    [InlineData("eu-central-1", "us-west-2", "\nregion 'us-west-2'")]
    [InlineData("us-west-2", "us-west-2", "")]
    [InlineData(null, "us-west-2", "\nregion 'us-west-2'")]
    [InlineData("us-west-2", null, "")]
    public async Task REGION_is_that_of_the_data_where_the_warehouse_is_elsewhere(string? warehouseRegion, string? dataRegion, string added)
    {
        await using var redshift = await BoatsAsync();
        await using var warehouse = await redshift.OpenAsync(redshift.Options with { Region = warehouseRegion, BucketRegion = (_, _) => Task.FromResult(dataRegion) });
        await warehouse.ExecuteAsync(Boats, Cancel);
        using var result = await CopyAsync(redshift, warehouse, "copy boats from 's3://lake/boats/' json 'auto'");
        Assert.EndsWith("\nmanifest" + added, redshift.Server.Statements.Single(sql => sql.StartsWith("copy", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manifests_in_another_region_than_the_data_are_refused_before_the_copy()
    {
        await using var redshift = await BoatsAsync();
        await using var warehouse = await redshift.OpenAsync(redshift.Options with
        {
            Manifests = "s3://own/manifests",
            BucketRegion = (bucket, _) => Task.FromResult<string?>(bucket == "own" ? "eu-central-1" : "us-west-2"),
        });
        await warehouse.ExecuteAsync(Boats, Cancel);
        var error = await Assert.ThrowsAsync<ConfigurationException>(() => CopyAsync(redshift, warehouse, "copy boats from 's3://lake/boats/' json 'auto'"));
        Assert.StartsWith("the bucket lake is in us-west-2 and the manifests of its loads lie in eu-central-1", error.Problems[0].What, StringComparison.Ordinal);
        Assert.DoesNotContain(redshift.Server.Statements, sql => sql.StartsWith("copy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_turns_away_is_tried_again()
    {
        await using var redshift = await ScratchRedshift.StartAsync();
        redshift.Server.Refusals = 2;
        await using var warehouse = await redshift.OpenAsync();
        Assert.Equal(1, await warehouse.CountAsync("select 1", Cancel));
        Assert.Equal(2, redshift.Retries.Count);
    }

    [Fact]
    public async Task A_closed_port_is_tried_for_as_long_as_patience_lasts()
    {
        await using var redshift = await ScratchRedshift.StartAsync();
        var error = await FailToOpenAsync(redshift, options => options with { Port = 1, Patience = TimeSpan.FromSeconds(1) });
        Assert.Equal((ExitCode.Access, "localhost:1 refuses the connection"), (error.ExitCode, error.Problems[0].What));
        Assert.NotEmpty(redshift.Retries);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused()
    {
        await using var redshift = await ScratchRedshift.StartAsync();
        Assert.StartsWith("the certificate of localhost:", (await FailToOpenAsync(redshift, options => options with { RootCertificate = null })).Problems[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_of_another_name_is_refused()
    {
        await using var redshift = await ScratchRedshift.StartAsync(options => options with { CertificateName = "elsewhere.example" });
        Assert.StartsWith("the certificate of localhost:", (await FailToOpenAsync(redshift, options => options)).Problems[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_certificate_is_refused()
    {
        await using var redshift = await ScratchRedshift.StartAsync(options => options with { CertificateLife = TimeSpan.FromDays(-1) });
        var error = await FailToOpenAsync(redshift, options => options);
        Assert.StartsWith("the certificate of localhost:", error.Problems[0].What, StringComparison.Ordinal);
        Assert.Empty(redshift.Retries);
    }

    [Fact]
    public async Task A_copy_loads_exactly_the_objects_given_and_leaves_no_manifest()
    {
        await using var redshift = await BoatsAsync();
        await using var warehouse = await redshift.OpenAsync();
        await warehouse.ExecuteAsync(Boats, Cancel);
        using var result = await CopyAsync(redshift, warehouse, "copy boats from 's3://lake/boats/' format json 'auto'", version => version.Uri.EndsWith("1.json", StringComparison.Ordinal));
        Assert.Equal((false, 2L, 2L), (result.Failed, result.RowsLoaded, Assert.Single(result.Objects).Rows));
        Assert.Equal(2, await warehouse.CountAsync("select count(*) from boats", Cancel));
        Assert.Empty(redshift.Manifests());
        var sent = redshift.Server.Statements.Single(sql => sql.StartsWith("copy", StringComparison.Ordinal));
        Assert.Matches("^copy boats from 's3://lake/manifests/starlift-boats-[0-9a-f]{32}.manifest' format json 'auto'\niam_role 'arn:aws:iam::123456789012:role/copy'\nmanifest$", sent);
    }

    [Fact]
    public async Task The_manifest_goes_when_the_copy_fails_too()
    {
        await using var redshift = await BoatsAsync();
        await using var warehouse = await redshift.OpenAsync();
        await Assert.ThrowsAsync<StarliftException>(() => CopyAsync(redshift, warehouse, "copy nowhere from 's3://lake/boats/' json 'auto'"));
        Assert.Empty(redshift.Manifests());
    }

    [Fact]
    public async Task Without_a_role_the_default_one_is_asked_for()
    {
        await using var redshift = await BoatsAsync();
        await using var warehouse = await redshift.OpenAsync(redshift.Options with { IamRole = null });
        await warehouse.ExecuteAsync(Boats, Cancel);
        using var result = await CopyAsync(redshift, warehouse, "copy boats from 's3://lake/boats/' json 'auto'");
        Assert.Equal(3, result.RowsLoaded);
        Assert.Contains(redshift.Server.Statements, sql => sql.EndsWith("\niam_role default\nmanifest", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_role_that_Redshift_may_not_take_is_told_with_the_way_out()
    {
        await using var redshift = await BoatsAsync();
        await using var warehouse = await redshift.OpenAsync(redshift.Options with { IamRole = "arn:aws:iam::123456789012:role/other" });
        await warehouse.ExecuteAsync(Boats, Cancel);
        var error = await Assert.ThrowsAsync<StarliftException>(() => CopyAsync(redshift, warehouse, "copy boats from 's3://lake/boats/' json 'auto'"));
        Assert.StartsWith("Redshift can't take the role of the COPY", error.Problems[0].What, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Access, error.ExitCode);
    }

    [Fact]
    public async Task Tolerated_records_are_told_by_the_system_views()
    {
        foreach (var sysViews in new[] { true, false })
        {
            await using var redshift = await ScratchRedshift.StartAsync(options => options with { SysViews = sysViews });
            redshift.Put("s3://lake/boats/1.json", """
                {"id":1}
                {"id":"x"}
                {"id":3}
                """);
            await using var warehouse = await redshift.OpenAsync();
            await warehouse.ExecuteAsync(Boats, Cancel);
            using var result = await CopyAsync(redshift, warehouse, "copy boats from 's3://lake/boats/' json 'auto' maxerror 5");
            Assert.Equal((false, 2L, 1L), (result.Failed, result.RowsLoaded, result.RejectCount));
            var reject = Assert.Single(result.Rejects);
            Assert.Equal(("s3://lake/boats/1.json", 2L, "id", LoadErrorCode.InvalidDigit, "int4"), (reject.Object, reject.LastLine, reject.Column, reject.Code, reject.Type));
            Assert.Equal(sysViews ? "" : """{"id":"x"}""", reject.RawRecord);
        }
    }

    [Fact]
    public async Task A_copy_that_fails_on_its_data_is_a_result_with_its_rejects_and_the_transaction_is_over()
    {
        await using var redshift = await BoatsAsync();
        redshift.Put("s3://lake/boats/3.json", """{"id":"x"}""");
        await using var warehouse = await redshift.OpenAsync();
        await warehouse.ExecuteAsync(Boats, Cancel);
        await warehouse.BeginAsync(Cancel);
        using var result = await CopyAsync(redshift, warehouse, "copy boats from 's3://lake/boats/' json 'auto'");
        Assert.True(result.Failed);
        Assert.Equal("s3://lake/boats/3.json", Assert.Single(result.Rejects).Object);
        await warehouse.RollbackAsync();
        Assert.Equal(0, await warehouse.CountAsync("select count(*) from boats", Cancel));
    }

    [Fact]
    public async Task What_Redshift_read_is_held_against_what_was_listed()
    {
        await using var redshift = await BoatsAsync();
        await using var warehouse = await redshift.OpenAsync();
        await warehouse.ExecuteAsync(Boats, Cancel);
        await warehouse.BeginAsync(Cancel);
        var copy = (CopyStatement)SqlScript.Parse("boats.sql", "copy boats from 's3://lake/boats/' json 'auto'")[0];
        var objects = await redshift.Store.ListAsync(copy.From, Cancel).ToListAsync(Cancel);
        redshift.Put("s3://lake/boats/2.json", """{"id":33333}""");
        var error = await Assert.ThrowsAsync<StarliftException>(() => warehouse.CopyAsync(copy, (CreateTable)SqlScript.Parse("t.sql", Boats)[0], objects, new CopyProgress(), Cancel));
        Assert.Equal("s3://lake/boats/2.json changed between listing and loading", error.Problems[0].What);
        Assert.Contains(redshift.Server.Statements, sql => sql.StartsWith("select trim(file_name) as object, trim(file_etag) as etag from sys_load_detail", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_after_Redshift_has_read_the_object_does_not_fail_the_load()
    {
        await using var redshift = await BoatsAsync();
        await using var warehouse = await redshift.OpenAsync();
        await warehouse.ExecuteAsync(Boats, Cancel);
        redshift.Server.BeforeAnswer = sql =>
        {
            if (sql.StartsWith("copy", StringComparison.Ordinal))
            {
                redshift.Put("s3://lake/boats/2.json", """{"id":33333}""");
            }
        };
        using var result = await CopyAsync(redshift, warehouse, "copy boats from 's3://lake/boats/' json 'auto'");
        Assert.Equal(3, result.RowsLoaded);
    }

    [Fact]
    public async Task An_object_that_changes_while_it_is_loaded_fails_the_load_where_Redshift_tells_no_ETags()
    {
        await using var redshift = await BoatsAsync(options => options with { Etags = false });
        await using var warehouse = await redshift.OpenAsync();
        await warehouse.ExecuteAsync(Boats, Cancel);
        await warehouse.BeginAsync(Cancel);
        redshift.Server.BeforeAnswer = sql =>
        {
            if (sql.StartsWith("copy", StringComparison.Ordinal))
            {
                redshift.Put("s3://lake/boats/2.json", """{"id":33333}""");
            }
        };
        var error = await Assert.ThrowsAsync<StarliftException>(() => CopyAsync(redshift, warehouse, "copy boats from 's3://lake/boats/' json 'auto'"));
        Assert.Equal("s3://lake/boats/2.json changed between listing and loading", error.Problems[0].What);
    }

    [Fact]
    public async Task A_local_file_can_t_be_loaded()
    {
        await using var redshift = await ScratchRedshift.StartAsync();
        await using var warehouse = await redshift.OpenAsync();
        var copy = (CopyStatement)SqlScript.Parse("x.sql", "copy boats from './data/' json 'auto'")[0];
        var error = await Assert.ThrowsAsync<ConfigurationException>(
            () => warehouse.CopyAsync(copy, null!, [new ObjectVersion("/data/1.json", "1", 1)], new CopyProgress(), Cancel));
        Assert.Equal("Redshift can't load /data/1.json: it reads S3 only", error.Problems[0].What);
    }

    [Fact]
    public async Task Values_come_back_as_they_were_appended()
    {
        await using var redshift = await ScratchRedshift.StartAsync();
        await using var warehouse = await redshift.OpenAsync();
        await warehouse.ExecuteAsync(
            "create table t (a varchar(max), b bigint, c timestamp, d decimal(10,2), e boolean, f double precision, g date, i smallint)", Cancel);
        object?[] row =
        [
            "it's \\ 'quoted'; drop table t; -- \uE000 \n\t\"ünï\" 🚢", long.MinValue, new DateTime(2018, 11, 1, 1, 2, 3, 456), -12.50m, true, 0.1, new DateOnly(1, 1, 1), (short)-7,
        ];
        await warehouse.AppendAsync(new TableName(null, "t"), [row, new object?[8]], Cancel);
        var rows = (await warehouse.QueryAsync("select * from t order by b nulls last", Cancel)).Rows;
        Assert.Equal(row, rows[0]);
        Assert.All(rows[1], Assert.Null);
    }

    [Fact]
    public async Task Many_rows_are_appended_in_statements_below_the_limit()
    {
        await using var redshift = await ScratchRedshift.StartAsync();
        await using var warehouse = await redshift.OpenAsync();
        await warehouse.ExecuteAsync("create table t (a varchar(max))", Cancel);
        await warehouse.AppendAsync(new TableName(null, "t"), Enumerable.Range(0, 100).Select(i => new object?[] { new string('é', 30_000) }), Cancel);
        Assert.Equal(100, await warehouse.CountAsync("select count(*) from t", Cancel));
        var inserts = redshift.Server.Statements.Where(sql => sql.StartsWith("insert", StringComparison.Ordinal)).ToList();
        Assert.InRange(inserts.Count, 3, 4);
        Assert.All(inserts, sql => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(sql), 1, 16_000_000));
    }

    [Fact]
    public async Task After_a_lost_connection_the_next_statement_connects_again_but_never_within_the_transaction()
    {
        await using var redshift = await ScratchRedshift.StartAsync();
        await using var warehouse = await redshift.OpenAsync();
        await warehouse.ExecuteAsync(Boats, Cancel);
        await warehouse.BeginAsync(Cancel);
        redshift.Server.DropBefore = sql => sql.StartsWith("insert", StringComparison.Ordinal);
        var lost = await Assert.ThrowsAsync<StarliftException>(() => warehouse.ExecuteAsync("insert into boats values (1, 'a')", Cancel));
        Assert.Equal((ExitCode.Access, "the connection to Redshift was lost"), (lost.ExitCode, lost.Problems[0].What));
        await Assert.ThrowsAsync<StarliftException>(() => warehouse.QueryAsync("select 1", Cancel));
        await warehouse.RollbackAsync();
        Assert.Equal(0, await warehouse.CountAsync("select count(*) from boats", Cancel));
    }

    [Fact]
    public async Task A_held_target_says_who_holds_it_and_is_free_when_the_holder_is_gone()
    {
        await using var redshift = await ScratchRedshift.StartAsync();
        await using var second = await redshift.OpenAsync();
        await using (var first = await redshift.OpenAsync())
        {
            await using var held = await first.LockAsync("ada@desk", Cancel);
            var error = await Assert.ThrowsAsync<StarliftException>(() => second.LockAsync("bob@desk", Cancel));
            Assert.Equal(ExitCode.Locked, error.ExitCode);
            Assert.Matches(@"^the target is in use by ada@desk since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$", error.Message);
        }

        await using var again = await second.LockAsync("bob@desk", Cancel);
        Assert.Contains("lock table starlift.run_lock", redshift.Server.Statements);
    }

    [Fact]
    public async Task Statements_bear_the_query_group_of_the_project()
    {
        await using var redshift = await ScratchRedshift.StartAsync();
        await using var warehouse = await redshift.OpenAsync(redshift.Options with { QueryGroup = "starlift-it's" });
        Assert.Equal("set query_group to 'starlift-it''s'", redshift.Server.Statements.First());
    }

    [Fact]
    public async Task A_table_made_elsewhere_is_known_by_the_catalogue()
    {
        await using var redshift = await ScratchRedshift.StartAsync();
        await using var warehouse = await redshift.OpenAsync();
        await warehouse.ExecuteAsync("create table t (a bigint not null, b varchar(12), c decimal(9,3))", Cancel);
        var table = await warehouse.DefinitionOfAsync(new TableName(null, "t"), Cancel);
        Assert.Equal(["a bigint True", "b varchar(12) False", "c decimal(9,3) False"], table!.Columns.Select(column => $"{column.Name} {column.Type} {column.NotNull}"));
        Assert.Null(await warehouse.ColumnsOfAsync(new TableName("nowhere", "t"), Cancel));
    }

    static async Task<ScratchRedshift> BoatsAsync(Func<ServedOptions, ServedOptions>? change = null)
    {
        var redshift = await ScratchRedshift.StartAsync(change);
        redshift.Put("s3://lake/boats/1.json", """{"id":1,"name":"Ada"} {"id":2}""");
        redshift.Put("s3://lake/boats/2.json", """{"id":3}""");
        return redshift;
    }

    static async Task<CopyResult> CopyAsync(ScratchRedshift redshift, RedshiftWarehouse warehouse, string sql, Func<ObjectVersion, bool>? which = null)
    {
        var copy = (CopyStatement)SqlScript.Parse("boats.sql", sql)[0];
        var objects = new List<ObjectVersion>();
        await foreach (var version in redshift.Store.ListAsync(copy.From, Cancel))
        {
            if (which?.Invoke(version) != false)
            {
                objects.Add(version);
            }
        }

        return await warehouse.CopyAsync(copy, (CreateTable)SqlScript.Parse("t.sql", Boats)[0], objects, new CopyProgress(), Cancel);
    }

    static async Task<StarliftException> FailToOpenAsync(ScratchRedshift redshift, Func<RedshiftOptions, RedshiftOptions> change) =>
        await Assert.ThrowsAsync<StarliftException>(() => redshift.OpenAsync(change(redshift.Options)));
}
