using Starlift.Cli.Commands;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Postgres;

namespace Starlift.WarehouseTests;

/// <summary>What starlift doctor says of a PostgreSQL without TLS.</summary>
public sealed class DoctorTests
{
    [Fact]
    public async Task A_password_is_tried_where_there_is_no_TLS()
    {
        await using var server = await OwnPostgres.StartAsync(PostgresTarget.GetServer(), tls: false);
        await using var target = new DuckDbTarget();
        ScratchProject.Make(target);
        target.Put("data/a.json", """{"id":1,"name":"a"}""");

        var (wrong, told) = await ExamineAsync(target, server.Options, "guessed-password", "prefer");
        Assert.Equal(ExitCode.Access, wrong);
        Assert.Contains("refuses the password of user starlift", told, StringComparison.Ordinal);
        Assert.DoesNotContain("guessed-password", told, StringComparison.Ordinal);

        var (right, found) = await ExamineAsync(target, server.Options, server.Options.Password!.Reveal(), "prefer");
        Assert.Equal(ExitCode.Done, right);
        Assert.Contains("the server offers none, and the target does not demand it", found, StringComparison.Ordinal);
        Assert.Contains("logged in as starlift", found, StringComparison.Ordinal);

        var (demanded, refused) = await ExamineAsync(target, server.Options, server.Options.Password!.Reveal(), "require");
        Assert.Equal(ExitCode.Access, demanded);
        Assert.Contains("the server does not speak TLS, which sslmode require demands", refused, StringComparison.Ordinal);
    }

    static async Task<(ExitCode ExitCode, string Out)> ExamineAsync(ScratchTarget target, PostgresOptions options, string password, string mode)
    {
        target.Put(
            "starlift.yaml",
            $"name: things\ntargets:\n  local: {{ type: postgres, host: {options.Host}, port: {options.Port}, database: postgres, user: {options.User}, password: {password}, sslmode: {mode} }}\n");
        var output = new StringWriter();
        var terminal = new Terminal(TextReader.Null, output, TextWriter.Null);
        var app = new App(new Surroundings(terminal, _ => null, target.Folder));
        return (await app.RunAsync(["doctor", "-p", target.Folder], TestContext.Current.CancellationToken), output.ToString());
    }
}
