using Starlift.Errors;
using Starlift.Postgres;
using Starlift.Secrets;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>What a user has to mend is told in a sentence with a way out, and nobody is told a password.</summary>
public sealed class PostgresErrorTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_password_is_told()
    {
        var error = await RefusedAsync(options => options with { Password = new Secret("guessed-password") });
        Assert.Matches("^localhost:[0-9]+ refuses the password of user starlift$", error.Message);
        Assert.Contains("password", error.Hint, StringComparison.Ordinal);
        Assert.DoesNotContain("guessed-password", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_host_is_told()
    {
        var error = await RefusedAsync(options => options with { Host = "no-such-host.invalid" });
        Assert.Equal("there is no host no-such-host.invalid", error.Message);
        Assert.Contains("host", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_database_is_told()
    {
        var error = await RefusedAsync(options => options with { Database = "no_such_database" });
        Assert.Matches("has no database no_such_database$", error.Message);
        Assert.Contains("createdb no_such_database", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_nobody_listens_at_is_told()
    {
        var error = await RefusedAsync(options => options with { Port = 1 });
        Assert.Equal("nothing listens at localhost:1", error.Message);
        Assert.Contains("port", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusted_has_signed_is_told()
    {
        var error = await RefusedAsync(options => options with { RootCertificate = options.RootCertificate!.Replace("root.crt", "stranger.crt", StringComparison.Ordinal) });
        Assert.Matches("^the TLS certificate of localhost:[0-9]+ is not accepted$", error.Message);
        Assert.Contains("sslrootcert", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_told_where_names_are_checked()
    {
        var error = await RefusedAsync(options => options with { Host = "127.0.0.1" });
        Assert.Contains("is not accepted", error.Message, StringComparison.Ordinal);
        await using var warehouse = await OpenAsync(PostgresTarget.GetServer().OptionsFor("postgres") with { Host = "127.0.0.1", SslMode = "verify-ca" });
        Assert.Equal(1, await warehouse.CountAsync("select 1", Stop));
    }

    [Theory]
    [InlineData("disable", false)]
    [InlineData("prefer", true)]
    [InlineData("require", true)]
    [InlineData("verify-ca", true)]
    [InlineData("verify-full", true)]
    public async Task Each_mode_encrypts_as_it_says(string mode, bool encrypted)
    {
        await using var warehouse = await OpenAsync(PostgresTarget.GetServer().OptionsFor("postgres") with { SslMode = mode });
        Assert.Equal(encrypted, (await warehouse.QueryAsync("select ssl from pg_stat_ssl where pid = pg_backend_pid()", Stop)).Rows[0][0]);
    }

    [Fact]
    public async Task Missing_rights_are_told_and_nothing_has_changed()
    {
        await using var target = await PostgresTarget.MakeAsync();
        var user = $"reader_{Guid.NewGuid():N}";
        await target.Server.ExecuteAsync(target.Database, $"CREATE ROLE {user} LOGIN PASSWORD 'of-a-reader'; CREATE TABLE t (a int)", Stop);
        try
        {
            await using (var warehouse = await OpenAsync(target.Options with { User = user, Password = new Secret("of-a-reader") }))
            {
                var error = await Assert.ThrowsAsync<StarliftException>(() => warehouse.ExecuteAsync("insert into t values (1)", Stop));
                Assert.Equal((ExitCode.Access, "permission denied for table t"), (error.ExitCode, error.Problems[0].What));
                Assert.Contains("docs/warehouses.md", error.Hint, StringComparison.Ordinal);
            }

            Assert.Equal(0L, await target.Server.ExecuteAsync(target.Database, "SELECT count(*) FROM t", Stop));
        }
        finally
        {
            await target.Server.ExecuteAsync("postgres", $"DROP ROLE {user}", CancellationToken.None);
        }
    }

    [Fact]
    public async Task An_expired_certificate_is_told_and_a_server_killed_in_mid_run_leaves_the_star_as_it_was()
    {
        var server = PostgresTarget.GetServer();
        await using var own = await OwnPostgres.StartAsync(server);
        var expired = await Assert.ThrowsAsync<StarliftException>(() => OpenAsync(
            own.Options with { SslMode = "verify-full", RootCertificate = server.OptionsFor("postgres").RootCertificate }));
        Assert.Equal(ExitCode.Access, expired.ExitCode);
        Assert.Matches("^the TLS certificate of localhost:[0-9]+ is not accepted$", expired.Message);

        await using var warehouse = await OpenAsync(own.Options);
        await warehouse.ExecuteAsync("create table star (a int); insert into star values (1)", Stop);
        await warehouse.BeginAsync(Stop);
        await warehouse.ExecuteAsync("delete from star; insert into star values (2)", Stop);
        await own.KillAsync();
        var lost = await Assert.ThrowsAsync<StarliftException>(async () =>
        {
            while (true)
            {
                await warehouse.ExecuteAsync("insert into star values (3)", Stop);
            }
        });
        Assert.Equal(ExitCode.Access, lost.ExitCode);
        Assert.Matches("^the connection to localhost:[0-9]+ is lost", lost.Message);
        Assert.Contains("the star is as it was", lost.Hint, StringComparison.Ordinal);
        await warehouse.RollbackAsync();
        var gone = await Assert.ThrowsAsync<StarliftException>(() => warehouse.CountAsync("select count(*) from star", Stop));
        Assert.Equal(ExitCode.Access, gone.ExitCode);
        await own.RestartAsync();
        Assert.Equal(1, await warehouse.CountAsync("select sum(a) from star", Stop));
    }

    [Fact]
    public async Task A_session_that_is_ended_in_mid_run_lets_go_of_the_lock_and_the_run_is_remembered_as_failed()
    {
        await using var target = await PostgresTarget.MakeAsync();
        var project = ScratchProject.Make(target);
        await using var warehouse = await target.OpenAsync(name => project.Table(name)?.Definition);
        target.Put("data/1.json", "{\"id\":1,\"name\":\"a\"}");
        await WarehouseContract.RunAsync(project, target, warehouse);
        target.Put("data/2.json", "{\"id\":2,\"name\":\"b\"}");
        target.Put("models/things.sql", "select id, name from arrivals where pg_terminate_backend(pg_backend_pid())");
        var error = await Assert.ThrowsAsync<StarliftException>(() => WarehouseContract.RunAsync(ScratchProject.Read(target), target, warehouse));
        Assert.Equal(ExitCode.Access, error.ExitCode);
        Assert.Contains("lost", error.Message, StringComparison.Ordinal);
        await using var other = await target.OpenAsync();
        await using (await other.LockAsync("bob@desk", Stop))
        {
            Assert.Equal(["1|a"], ScratchTarget.Lines(await other.QueryAsync("select id, name from things", Stop)));
            Assert.Equal(["1|done", "2|failed"], ScratchTarget.Lines(await other.QueryAsync("select run_id, outcome from starlift.runs order by run_id", Stop)));
            Assert.Equal(1, await other.CountAsync("select count(*) from starlift.ledger", Stop));
        }
    }

    static async Task<StarliftException> RefusedAsync(Func<PostgresOptions, PostgresOptions> change)
    {
        var options = PostgresTarget.GetServer().OptionsFor("postgres");
        var error = await Assert.ThrowsAsync<StarliftException>(() => OpenAsync(change(options)));
        Assert.Equal(ExitCode.Access, error.ExitCode);
        return error;
    }

    static async Task<IWarehouse> OpenAsync(PostgresOptions options) =>
        await PostgresWarehouse.OpenAsync(options, _ => null, new Objects.LocalObjectStore(Path.GetTempPath()), Stop);
}
