using System.Globalization;
using System.Text.Json.Nodes;

namespace Starlift.CloudTests;

/// <summary>via: data-api, with a server that executes what comes over the scripted Data API.</summary>
public sealed class DataApiTests
{
    const string Boats = "create table boats (id bigint, name varchar(20), price decimal(9, 2), sold boolean, at timestamp);";

    [Theory]
    [InlineData("serverless", "WorkgroupName")]
    [InlineData("provisioned", "ClusterIdentifier")]
    public async Task Values_come_as_they_were_written_and_NULL_stays_NULL(string kind, string named)
    {
        await using var data = await DataApiProject.UpAsync(kind);
        await data.SucceedAsync($"{Boats} insert into boats values (9007199254740993, 'Ada', 12.50, true, '2018-11-01 01:02:03.5'), (2, null, null, false, null), (3, '', 0, null, null)");
        var (exitCode, output, error) = await data.QueryAsync("select id, name, price, sold, at, price::float8 as approx, at::date as day from boats order by id desc", "-o", "json");
        Assert.True(exitCode == 0, error);
        var rows = JsonNode.Parse(output)!.AsArray().Select(row => row!.AsObject()).ToList();
        Assert.Equal(9007199254740993, (long)rows[0]["id"]!);
        Assert.Equal(("Ada", "12.50", true), ((string)rows[0]["name"]!, rows[0]["price"]!.ToJsonString(), (bool)rows[0]["sold"]!));
        Assert.Equal(("2018-11-01T01:02:03.5", 12.5, "2018-11-01"), ((string)rows[0]["at"]!, (double)rows[0]["approx"]!, (string)rows[0]["day"]!));
        Assert.Equal("""{"id":3,"name":"","price":0.00,"sold":null,"at":null,"approx":0,"day":null}""", rows[1].ToJsonString());
        Assert.Equal("""{"id":2,"name":null,"price":null,"sold":false,"at":null,"approx":null,"day":null}""", rows[2].ToJsonString());
        var opened = data.Project.Endpoint.Captured.First(call => call.Action == "ExecuteStatement").Json!;
        Assert.Equal((CloudProject.Name, "dev"), ((string)opened[named]!, (string)opened["Database"]!));
        Assert.Contains("secret:redshift!x", (string)opened["SecretArn"]!, StringComparison.Ordinal);
        Assert.Equal("", await data.CheckCallsAsync());
    }

    [Theory]
    [InlineData("host: lake.123456789012.us-west-2.redshift-serverless.amazonaws.com", """{"Database":"dev","WorkgroupName":"lake"}""")]
    [InlineData("host: lake.abc.us-west-2.redshift.amazonaws.com, database: music", """{"Database":"music","ClusterIdentifier":"lake"}""")]
    [InlineData("host: lake.abc.us-west-2.redshift.amazonaws.com, user: ada", """{"Database":"dev","ClusterIdentifier":"lake","DbUser":"ada"}""")]
    [InlineData("host: proxy.example, cluster: lake, secret: lake-login", """{"Database":"dev","ClusterIdentifier":"lake","SecretArn":"lake-login"}""")]
    [InlineData("host: proxy.example, workgroup: lake, user: ada", """{"Database":"dev","WorkgroupName":"lake"}""")]
    public async Task A_warehouse_is_named_and_logged_in_to_as_the_target_says(string target, string parameters)
    {
        await using var data = await DataApiProject.StartAsync(target);
        data.Project.Environment["AWS_REGION"] = "us-west-2";
        data.Project.Endpoint.Captured.Clear();
        data.Api.Failure = _ => "FATAL: password authentication failed for user \"ada\"";
        var (exitCode, _, error) = await data.Project.RunAsync("query", "select 1");
        var sent = Assert.Single(data.Project.Endpoint.Captured, call => call.Action == "ExecuteStatement").Json!.DeepClone().AsObject();
        Assert.Equal(5, exitCode);
        Assert.True(sent.Remove("Sql") && sent.Remove("ClientToken") && sent.Remove("SessionKeepAliveSeconds"), error);
        Assert.Equal(parameters, sent.ToJsonString());
        Assert.Equal("", await data.CheckCallsAsync());
    }

    [Fact]
    public async Task A_result_of_many_pages_comes_whole_and_in_order()
    {
        await using var data = await DataApiProject.StartAsync();
        data.Api.PageRows = 7;
        await data.SucceedAsync("create table numbers (n integer); insert into numbers values " + string.Join(", ", Enumerable.Range(0, 100).Select(n => $"({n})")));
        var (_, output, _) = await data.QueryAsync("select n from numbers order by n", "-o", "csv");
        Assert.Equal("n\n" + string.Concat(Enumerable.Range(0, 100).Select(n => $"{n}\n")), output);
        Assert.Equal(15, data.Project.Endpoint.Captured.Count(call => call.Action == "GetStatementResult" && call.Json!.ContainsKey("NextToken")) + 1);
        Assert.Equal("", await data.CheckCallsAsync());
    }

    [Fact]
    public async Task A_large_result_comes_whole()
    {
        await using var data = await DataApiProject.StartAsync();
        await data.SucceedAsync("create table digits (d integer); insert into digits values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)");
        var (exitCode, output, error) = await data.QueryAsync(
            "select a.d * 10000 + b.d * 1000 + c.d * 100 + e.d * 10 + f.d as n, repeat('x', 100) as x from digits a, digits b, digits c, digits e, digits f order by 1", "-o", "csv");
        Assert.True(exitCode == 0, error);
        var lines = output.Split("\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(100_001, lines.Length);
        Assert.Equal($"99999,{new string('x', 100)}", lines[^1]);
        Assert.Equal(Enumerable.Range(0, 100_000).Sum(n => (long)n), lines.Skip(1).Sum(line => long.Parse(line.Split(',')[0], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_result_without_rows_keeps_its_columns()
    {
        await using var data = await DataApiProject.StartAsync();
        await data.SucceedAsync(Boats);
        Assert.Equal("id,name\n", (await data.QueryAsync("select id, name from boats", "-o", "csv")).Out);
    }

    [Fact]
    public async Task A_script_keeps_temporary_tables_from_statement_to_statement()
    {
        await using var data = await DataApiProject.StartAsync();
        var output = await data.SucceedAsync("create temp table mine (id integer); insert into mine values (1), (2); delete from mine where id = 1; select id from mine");
        Assert.Matches(@"(?m)^2$", output.Replace(" ", "", StringComparison.Ordinal));
        var sessions = data.Project.Endpoint.Captured.Where(call => call.Action == "ExecuteStatement").Select(call => (string?)call.Json!["SessionId"]).ToList();
        Assert.Null(sessions[0]);
        Assert.Single(sessions.Skip(1).Distinct());
        Assert.All(data.Project.Endpoint.Captured.Where(call => call.Action == "ExecuteStatement"), call => Assert.True(Guid.TryParse((string?)call.Json!["ClientToken"], out _)));
    }

    [Fact]
    public async Task A_session_is_tagged_and_the_stacks_admin_works_in_public()
    {
        await using var data = await DataApiProject.StartAsync();
        await data.QueryAsync("select 1 as one");
        Assert.Equal(["set query_group to 'starlift-harbour'", "select current_user", "set search_path to public", "select 1 as one"], data.Statements);
        data.Api.User = "ada";
        await data.QueryAsync("select 2 as two");
        Assert.Equal(["set query_group to 'starlift-harbour'", "select current_user", "select 2 as two"], data.Statements.Skip(4));
    }

    [Theory]
    [InlineData("begin; create table a (x integer); commit;", "BEGIN", "script.sql:2:1")]
    [InlineData("start transaction; commit", "BEGIN", "script.sql:2:1")]
    [InlineData("copy boats from 's3://lake/boats/' iam_role default json 'auto'", "COPY", "script.sql:2:1")]
    public async Task A_script_that_needs_a_transaction_is_refused_before_anything_of_it_is_executed(string statement, string what, string place)
    {
        await using var data = await DataApiProject.StartAsync();
        var (exitCode, _, error) = await data.SqlAsync($"create table first (x integer);\n{statement}");
        Assert.Equal(2, exitCode);
        Assert.Equal(
            $"starlift: {what} needs one transaction over several statements, and with via: data-api each is sent by itself: no cluster has been seen to keep a transaction between calls of the Data API\n"
                + $"  at {place}\nhint: remove via: data-api where the warehouse's port can be reached; query, sql and doctor work with it\n",
            error);
        Assert.Empty(data.Statements);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("reset")]
    [InlineData("session")]
    public async Task Commands_that_need_a_transaction_are_refused_before_AWS_is_asked(string command)
    {
        await using var data = await DataApiProject.UpAsync();
        data.Project.Endpoint.Captured.Clear();
        var (exitCode, _, error) = await data.Project.RunAsync(command, "-y");
        Assert.Equal(2, exitCode);
        Assert.Matches($"^starlift: {command} needs one transaction over several statements, and with via: data-api each is sent by itself: .*\n  at .*starlift\\.yaml:3:[0-9]+\nhint: remove via: data-api where .*\n$", error);
        Assert.DoesNotContain(data.Project.Endpoint.Calls, call => call != "sts:GetCallerIdentity");
    }

    [Theory]
    [InlineData("check")]
    [InlineData("report")]
    [InlineData("reconcile")]
    [InlineData("runs show 1")]
    public async Task Commands_that_read_one_moment_are_refused_without_waking_the_warehouse(string command)
    {
        await using var data = await DataApiProject.StartAsync();
        var (exitCode, _, error) = await data.Project.RunAsync(command.Split(' '));
        Assert.Equal(2, exitCode);
        Assert.StartsWith("starlift: this command needs one transaction over several statements, and with via: data-api each is sent by itself", error, StringComparison.Ordinal);
        Assert.Empty(data.Statements);
    }

    [Fact]
    public async Task Plan_and_runs_read_statement_by_statement()
    {
        await using var data = await DataApiProject.UpAsync();
        var (exitCode, output, error) = await data.Project.RunAsync("plan");
        Assert.True(exitCode == 0, error);
        Assert.Contains("boats", output + error, StringComparison.Ordinal);
        Assert.Equal(0, (await data.Project.RunAsync("runs")).ExitCode);
        Assert.Equal(0, (await data.Project.RunAsync("ledger")).ExitCode);
        Assert.Equal(0, (await data.Project.RunAsync("rejects")).ExitCode);
        Assert.DoesNotContain(data.Sent, sql => !sql.StartsWith("select", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Doctor_tries_the_login_and_says_what_it_leaves_out()
    {
        await using var data = await DataApiProject.UpAsync();
        var (exitCode, output, _) = await data.Project.RunAsync("doctor");
        Assert.True(exitCode == 0, output);
        Assert.Matches("(?m)^ok +login +logged in as starlift$", output);
        Assert.Matches("(?m)^skipped +rights +no run goes over the Data API; query and sql need no more than their statements do$", output);
        Assert.DoesNotContain("TLS", output, StringComparison.Ordinal);
        data.Api.Failure = _ => "FATAL: password authentication failed for user \"starlift\"";
        var (failed, told, _) = await data.Project.RunAsync("doctor");
        Assert.Equal(5, failed);
        Assert.Matches("(?m)^failed +login +.*Redshift refuses the login: password authentication failed for user \"starlift\"$", told);
    }

    [Fact]
    public async Task Doctor_of_a_host_does_not_try_its_port()
    {
        await using var data = await DataApiProject.StartAsync();
        var (exitCode, output, _) = await data.Project.RunAsync("doctor");
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("endpoint", output, StringComparison.Ordinal);
        Assert.Matches("(?m)^ok +login ", output);
    }

    [Fact]
    public async Task A_statement_that_Redshift_fails_is_told_with_its_place_and_later_ones_are_not_sent()
    {
        await using var data = await DataApiProject.StartAsync();
        var (exitCode, _, error) = await data.SqlAsync("create table a (x integer);\nselect * from nowhere;\ncreate table b (x integer)");
        Assert.Equal(1, exitCode);
        Assert.Contains("\n  at script.sql:2:1\n", error, StringComparison.Ordinal);
        Assert.DoesNotContain("ERROR:", error, StringComparison.Ordinal);
        Assert.Contains("nowhere", error, StringComparison.Ordinal);
        Assert.DoesNotContain("create table b (x integer)", data.Statements);
    }

    [Theory]
    [InlineData("ERROR: permission denied for relation boats", 5, "permission denied for relation boats\n|\nhint: grant the right to the target's user, or choose another user")]
    [InlineData("ERROR: 1023\n  Detail: Serializable isolation violation on table - 1, transactions forming the cycle are: 1, 2", 1, "another transaction wrote to the same tables meanwhile: 1023\n|\nhint: run again")]
    [InlineData("ERROR: Query (12) cancelled on user's request", 1, "Query (12) cancelled on user's request\n|\nhint: raise statement_timeout or the limits of the workload queue")]
    [InlineData("Database response exceeded size limit", 1, "Database response exceeded size limit\n|\nhint: the Data API hands out 500 MB at most: ask for less, with WHERE or LIMIT, or UNLOAD to S3")]
    [InlineData("Packet for query is too large.", 1, "Packet for query is too large\n|\nhint: a row may have 64 KB over the Data API: select fewer columns, or cut long ones")]
    public async Task What_Redshift_says_is_told_with_the_way_out(string words, int code, string told)
    {
        await using var data = await DataApiProject.StartAsync();
        data.Api.Failure = sql => sql == "select 1 as one" ? words : null;
        var (exitCode, _, error) = await data.QueryAsync("select 1 as one");
        Assert.Equal(code, exitCode);
        Assert.Equal($"starlift: {told.Replace("|", "  at query:1:1", StringComparison.Ordinal)}\n", error);
    }
}
