namespace Starlift.ServerTests;

/// <summary>The simple protocol with results as text, as psql speaks it.</summary>
public sealed class PsqlTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("select 1 = 1, 1 = 2, null", "t|f|")]
    [InlineData("select 0.1::float8 + 0.2::float8, 1e20::float8, 1e-5::float8, -2.5::float8, 100::float8, 0::float8", "0.3|1e+20|1e-05|-2.5|100|0")]
    [InlineData("select 1::real / 3::real, 'NaN'::float8, 123456.7::real", "0.333333|NaN|123457")]
    [InlineData("select timestamp '2018-11-05 10:11:12', timestamp '2018-11-05 10:11:12.5', date '2018-11-05'", "2018-11-05 10:11:12|2018-11-05 10:11:12.5|2018-11-05")]
    [InlineData("select timestamptz '2018-11-05 10:11:12+02'", "2018-11-05 08:11:12+00")]
    [InlineData("select 12.30, 7 / 2, 'a b'", "12.30|3|a b")]
    [InlineData("set extra_float_digits to 2; select 0.1::float8 + 0.2::float8", "0.30000000000000004")]
    [InlineData("show search_path", "$user, public")]
    [InlineData("", "")]
    public async Task A_value_is_printed_as_Redshift_does(string sql, string printed)
    {
        Psql.Require();
        await using var server = await TestServer.StartAsync();
        Assert.Equal((0, $"{printed}{(printed.Length > 0 ? "\n" : "")}", ""), await Psql.RunAsync(server, sql));
    }

    [Fact]
    public async Task Statements_of_one_message_are_one_transaction()
    {
        Psql.Require();
        await using var server = await TestServer.StartAsync();
        var (exitCode, output, error) = await Psql.RunAsync(
            server, "create table t (id int)", "insert into t values (1); insert into t values (2)", "insert into t values (3); select 1 / 0", "select count(*) from t");
        Assert.Equal((0, "2\n"), (exitCode, output));
        Assert.Contains("ERROR:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_shows_its_place()
    {
        Psql.Require();
        await using var server = await TestServer.StartAsync();
        var (exitCode, _, error) = await Psql.RunAsync(server, "create table t (id int); select id,\n  nme from t");
        Assert.Equal(1, exitCode);
        Assert.Contains("ERROR:  column \"nme\" does not exist", error, StringComparison.Ordinal);
        Assert.Contains("LINE 2:   nme from t", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_client_would_send_by_COPY_is_refused()
    {
        Psql.Require();
        await using var server = await TestServer.StartAsync();
        var (exitCode, output, error) = await Psql.RunAsync(server, "create table t (id int)", "copy t from stdin", "select count(*) from t");
        Assert.Equal((0, "0\n"), (exitCode, output));
        Assert.StartsWith("ERROR:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_waits_for_the_statement_at_hand()
    {
        Psql.Require();
        await using var server = await TestServer.StartAsync();
        await Psql.RunAsync(server, "create table n (i int)", "insert into n values (1),(2),(3),(4),(5),(6),(7),(8),(9),(10)");
        var running = Psql.RunAsync(server, "select count(*) from n a, n b, n c, n d, n e, n f where a.i + b.i + c.i + d.i + e.i + f.i > 0");
        await Task.Delay(TimeSpan.FromMilliseconds(200), Stop);
        await server.Server.StopAsync(TimeSpan.FromSeconds(30));
        var (_, output, error) = await running;
        Assert.True(output == "1000000\n" || error.Length > 0, $"{output}{error}");
    }
}
