namespace Starlift.CloudTests;

/// <summary>via: data-api where something is in the way: of writing, of an answer, of the session, of the end.</summary>
public sealed class DataApiTroubleTests
{
    [Theory]
    [InlineData("with a as (delete from boats returning id) select * from a")]
    [InlineData("explain analyze delete from boats")]
    [InlineData("explain verbose analyze select 1")]
    public async Task What_Redshifts_grammar_refuses_is_not_sent(string sql)
    {
        await using var data = await DataApiProject.StartAsync();
        var (exitCode, _, error) = await data.QueryAsync(sql);
        Assert.Equal(2, exitCode);
        Assert.StartsWith("starlift: syntax error at or near ", error);
        Assert.Empty(data.Statements);
    }

    [Theory]
    [InlineData("delete from boats")]
    [InlineData("select 1 as one into kept")]
    [InlineData("with a as (select 1 as x) select x into kept from a")]
    [InlineData("with a as (select 1 as x) delete from boats using a")]
    [InlineData("select 1; drop table boats")]
    public async Task What_is_not_one_query_is_refused_as_on_any_target(string sql)
    {
        await using var data = await DataApiProject.StartAsync();
        Assert.Equal((2, "", "starlift: query takes one SELECT\nhint: run other statements with starlift sql\n"), await data.QueryAsync(sql));
        Assert.Empty(data.Statements);
    }

    [Fact]
    public async Task An_answer_that_is_lost_does_not_do_the_statement_twice()
    {
        await using var data = await DataApiProject.StartAsync();
        await data.SucceedAsync("create table counted (n integer)");
        data.Project.Aws.LostAnswers = ("ExecuteStatement", 1);
        // The first statement of a session and the ones after it.
        await data.SucceedAsync("insert into counted values (1)");
        data.Api.BeforeTaken = sql => data.Project.Aws.LostAnswers = sql.StartsWith("insert", StringComparison.Ordinal) ? ("ExecuteStatement", 1) : default;
        await data.SucceedAsync("insert into counted values (2)");
        data.Api.BeforeTaken = null;
        Assert.Equal("n,k\n2,3\n", (await data.QueryAsync("select count(*) as n, sum(n) as k from counted", "-o", "csv")).Out);
        var inserts = data.Project.Endpoint.Captured.Where(call => (string?)call.Json?["Sql"] == "insert into counted values (2)").Select(call => (string?)call.Json!["ClientToken"]).ToList();
        Assert.Equal(2, inserts.Count);
        Assert.Single(inserts.Distinct());
    }

    [Fact]
    public async Task Where_no_answer_comes_at_all_it_is_told_that_the_statement_may_have_taken_effect()
    {
        await using var data = await DataApiProject.StartAsync();
        await data.SucceedAsync("create table counted (n integer)");
        data.Api.BeforeTaken = sql => data.Project.Aws.LostAnswers = sql.StartsWith("insert", StringComparison.Ordinal) ? ("ExecuteStatement", 1) : default;
        data.Project.Aws.LosesEveryAnswer = true;
        var (exitCode, _, error) = await data.SqlAsync("insert into counted values (1)");
        Assert.Equal(5, exitCode);
        Assert.Contains(", and what became of the statement is not known\n  at script.sql:1:1\n", error, StringComparison.Ordinal);
        Assert.EndsWith("hint: it may have taken effect, or be at work still: look before you do it again\n", error, StringComparison.Ordinal);
        data.Project.Aws.LosesEveryAnswer = false;
        (data.Api.BeforeTaken, data.Project.Aws.LostAnswers) = (null, default);
        Assert.Equal("n\n1\n", (await data.QueryAsync("select count(*) as n from counted", "-o", "csv")).Out);
    }

    [Fact]
    public async Task A_refusal_of_AWS_is_told_as_one()
    {
        await using var data = await DataApiProject.StartAsync();
        data.Api.Refusal = _ => ("ActiveStatementsExceededException", "Active statements exceeded the allowed quota (500).");
        var (exitCode, _, error) = await data.QueryAsync("select 1 as one");
        Assert.Equal(
            (5, "starlift: the warehouse has as many statements and sessions as redshift-data allows: Active statements exceeded the allowed quota (500)\nhint: run again when others have ended\n"), (exitCode, error));
        data.Api.Refusal = _ => ("AccessDeniedException", "User: arn:aws:iam::123456789012:user/ada is not authorized to perform: redshift-data:ExecuteStatement");
        Assert.Matches("may not call redshift-data:ExecuteStatement: .*\nhint: allow it: starlift iam print shows the policy\n$", (await data.QueryAsync("select 1 as one")).Error);
    }

    [Fact]
    public async Task Throttling_while_a_statement_is_at_work_is_waited_out()
    {
        await using var data = await DataApiProject.StartAsync();
        data.Api.AnswersBeforeEnd = 2;
        data.Api.BeforeTaken = sql =>
        {
            if (sql == "select 7 as seven")
            {
                // More than the SDK repeats a call by itself.
                data.Project.Aws.Throttled = 8;
            }
        };
        Assert.Equal((0, "seven\n7\n", ""), await data.QueryAsync("select 7 as seven", "-o", "csv"));
    }

    [Fact]
    public async Task Credentials_that_expire_while_a_statement_is_at_work_leave_it_there_and_that_is_told()
    {
        await using var data = await DataApiProject.StartAsync();
        data.Api.BeforeTaken = sql => data.Project.Aws.AnswersLeft = sql.StartsWith("create", StringComparison.Ordinal) ? 0 : null;
        var (exitCode, _, error) = await data.SqlAsync("create table a (x integer)");
        Assert.Equal(5, exitCode);
        Assert.Contains("has expired, and what became of the statement is not known\n  at script.sql:1:1\nhint: it may have taken effect, or be at work still", error, StringComparison.Ordinal);
        Assert.Contains("create table a (x integer)", data.Statements);
    }

    [Fact]
    public async Task A_session_that_AWS_has_ended_is_told_with_what_went_with_it()
    {
        await using var data = await DataApiProject.StartAsync();
        data.Api.BeforeTaken = sql =>
        {
            if (sql == "select 2 as two")
            {
                data.Api.EndSessions();
            }
        };
        var (exitCode, _, error) = await data.SqlAsync("create temp table mine (x integer); select 2 as two; select 3 as three");
        Assert.Equal(5, exitCode);
        Assert.Matches("^starlift: the session over the Data API has ended: Session .* does not exist\n  at script\\.sql:1:37\nhint: temporary tables and settings are gone with it; run again\n$", error);
        Assert.DoesNotContain("select 3 as three", data.Statements);
    }

    [Fact]
    public async Task A_session_that_only_the_description_of_a_statement_tells_is_kept_as_well()
    {
        await using var data = await DataApiProject.StartAsync();
        data.Api.TellsSessionLate = true;
        Assert.Matches(@"(?m)^ *2 *$", await data.SucceedAsync("create temp table mine (x integer); insert into mine values (2); select x from mine"));
    }

    [Fact]
    public async Task A_statement_that_is_too_long_for_AWS_is_told_with_its_place()
    {
        await using var data = await DataApiProject.StartAsync();
        var (exitCode, _, error) = await data.SqlAsync($"select 1 as one;\nselect '{new string('ä', 60_000)}' as long");
        Assert.Equal(2, exitCode);
        Assert.Equal("starlift: redshift-data:ExecuteStatement refuses what it was sent: Cannot exceed query size of 100KB\n  at script.sql:2:1\n", error);
        Assert.Equal("select 1 as one", data.Sent.Last());
    }

    [Fact]
    public async Task Ctrl_C_cancels_the_statement_that_is_at_work()
    {
        await using var data = await DataApiProject.StartAsync();
        data.Api.Hold = sql => sql.StartsWith("insert", StringComparison.Ordinal);
        data.Project.WriteFile("script.sql", "create table counted (n integer);\ninsert into counted values (1);\ncreate table after (n integer)");
        using var running = data.Project.Start("sql", "script.sql");
        await data.HasSentAsync("insert into counted values (1)");
        running.Interrupt();
        var (exitCode, _, error) = await CloudProject.EndAsync(running);
        Assert.Equal(130, exitCode);
        Assert.EndsWith("starlift: interrupted; this statement and an open transaction are undone, and what the script had committed stays\n  at script.sql:2:1\n", error, StringComparison.Ordinal);
        Assert.Single(data.Project.Endpoint.Calls, call => call == "redshift-data:CancelStatement");
        Assert.DoesNotContain("create table after (n integer)", data.Statements);
        Assert.Equal("", await data.CheckCallsAsync());
        data.Api.Hold = _ => false;
        Assert.Equal("n\n0\n", (await data.QueryAsync("select count(*) as n from counted", "-o", "csv")).Out);
    }

    [Fact]
    public async Task A_statement_that_was_done_before_it_could_be_cancelled_is_not_told_as_undone()
    {
        await using var data = await DataApiProject.StartAsync();
        data.Api.Hold = data.Api.OutrunsCancel = sql => sql.StartsWith("insert", StringComparison.Ordinal);
        data.Project.WriteFile("script.sql", "create table counted (n integer);\ninsert into counted values (1);\ncreate table after (n integer)");
        using var running = data.Project.Start("sql", "script.sql");
        await data.HasSentAsync("insert into counted values (1)");
        running.Interrupt();
        var (exitCode, _, error) = await CloudProject.EndAsync(running);
        Assert.Equal(130, exitCode);
        Assert.Contains("  at script.sql:3:1\n", error, StringComparison.Ordinal);
        Assert.DoesNotContain("create table after (n integer)", data.Statements);
        (data.Api.Hold, data.Api.OutrunsCancel) = (_ => false, _ => false);
        Assert.Equal("n\n1\n", (await data.QueryAsync("select count(*) as n from counted", "-o", "csv")).Out);
    }

    [Fact]
    public async Task A_query_that_is_interrupted_is_cancelled_too()
    {
        await using var data = await DataApiProject.StartAsync();
        data.Api.Hold = sql => sql == "select 5 as five";
        using var running = data.Project.Start("query", "select 5 as five");
        await data.HasSentAsync("select 5 as five");
        running.Terminate();
        var (exitCode, output, _) = await CloudProject.EndAsync(running);
        Assert.Equal((130, ""), (exitCode, output));
        Assert.Contains("redshift-data:CancelStatement", data.Project.Endpoint.Calls);
    }

    [Fact]
    public async Task A_password_is_none_of_the_Data_APIs()
    {
        await using var data = await DataApiProject.StartAsync($"{DataApiProject.Host}, user: ada, password: open-1");
        var (exitCode, _, error) = await data.QueryAsync("select 1 as one");
        Assert.Equal(2, exitCode);
        Assert.Matches("^starlift: the Data API takes no password\n  at .*starlift\\.yaml:3:[0-9]+\nhint: name a secret of Secrets Manager, or leave the login to IAM\n$", error);
    }

    [Fact]
    public async Task A_host_that_is_no_name_of_AWSs_needs_the_cluster_or_the_workgroup()
    {
        await using var data = await DataApiProject.StartAsync("host: proxy.example");
        var (exitCode, _, error) = await data.QueryAsync("select 1 as one");
        Assert.Equal(2, exitCode);
        Assert.Contains("the target 'redshift' names no warehouse that AWS knows", error, StringComparison.Ordinal);
    }
}
