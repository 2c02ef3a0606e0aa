using System.Diagnostics;
using System.Globalization;
using Starlift.DuckDb;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.ServerTests;

/// <summary>The statements of Clients/statements.txt give each client what they give without a server.</summary>
public sealed class ClientsTests
{
    const string Python = "/usr/bin/python3";
    const string Jdbc = "/usr/share/java/postgresql.jar";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static string[] Statements => File.ReadAllLines(In("statements.txt"));

    [Theory]
    [InlineData("psycopg2", "psycopg2")]
    [InlineData("psycopg", "psycopg")]
    [InlineData("psycopg-binary", "psycopg")]
    [InlineData("asyncpg", "asyncpg")]
    [InlineData("odbc", "pyodbc")]
    [InlineData("sqlalchemy", "sqlalchemy")]
    public async Task A_client_of_Python_gets_what_the_warehouse_gives(string client, string module)
    {
        Require(File.Exists(Python) && (await RunAsync(Python, "-c", $"import {module}")).ExitCode == 0, module);
        await HoldsAsync(server => RunAsync(Python, In("clients.py"), client, $"{server.Port}", In("statements.txt")));
    }

    [Fact]
    public async Task A_client_of_Java_gets_what_the_warehouse_gives()
    {
        Require(File.Exists(Jdbc) && Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "javac"))), "pgjdbc with a JDK", "");
        await HoldsAsync(server => RunAsync("java", "-cp", Jdbc, In("Statements.java"), $"{server.Port}", In("statements.txt")));
    }

    [Fact]
    public async Task A_client_of_node_gets_what_the_warehouse_gives()
    {
        // artifacts/bin/TESTS/CONFIGURATION/ → artifacts/services/pg
        var packages = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../services/pg"));
        Require(Directory.Exists(Path.Combine(packages, "node_modules", "pg")), "pg for node");
        await HoldsAsync(server => RunAsync("node", In("statements.mjs"), packages, $"{server.Port}", In("statements.txt")));
    }

    static async Task HoldsAsync(Func<TestServer, Task<(int ExitCode, string Output, string Error)>> ask)
    {
        var expected = await ExpectedAsync();
        await using var server = await TestServer.StartAsync();
        await using (var connection = await server.OpenAsync())
        {
            foreach (var statement in SqlScript.Parse("", await File.ReadAllTextAsync(In("items.sql"), Stop)))
            {
                await using var command = new Npgsql.NpgsqlCommand(statement.Source.Sql, connection);
                await command.ExecuteNonQueryAsync(Stop);
            }
        }

        var (exitCode, output, error) = await ask(server);
        Assert.True(exitCode == 0, error);
        var found = output.TrimEnd('\n').Split('\n').Select(line => line.StartsWith("error ", StringComparison.Ordinal) ? "error" : line).ToList();
        Assert.Equal(expected.Count, found.Count);
        Assert.All(Statements.Zip(expected, found), triple => Assert.Equal($"{triple.First}: {triple.Second}", $"{triple.First}: {triple.Third}"));
    }

    /// <summary>What the statements give without a server.</summary>
    static async Task<IReadOnlyList<string>> ExpectedAsync()
    {
        var folder = Directory.CreateTempSubdirectory("starlift-clients-");
        try
        {
            var options = new DuckDbOptions { Path = Path.Combine(folder.FullName, "dev.duckdb"), Threads = 1 };
            await using var warehouse = await DuckDbWarehouse.OpenAsync(options, _ => null, new S3FolderObjectStore(folder.FullName, []), Stop);
            foreach (var statement in SqlScript.Parse("", await File.ReadAllTextAsync(In("items.sql"), Stop)))
            {
                await warehouse.ExecuteAsync(statement, Stop);
            }

            var lines = new List<string>();
            foreach (var statement in Statements)
            {
                lines.Add(await LineAsync(warehouse, statement));
            }

            return lines;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task<string> LineAsync(DuckDbWarehouse warehouse, string text)
    {
        try
        {
            var statement = SqlScript.Parse("", text).Single();
            if (statement is not OtherStatement { YieldsRows: true })
            {
                await warehouse.ExecuteAsync(statement, Stop);
                return "done";
            }

            await using var stream = await warehouse.StreamAsync(statement, Stop);
            var rows = new List<string>();
            await foreach (var row in stream.Rows.WithCancellation(Stop))
            {
                rows.Add(string.Join('|', row.Select(Cell)));
            }

            return string.Join(" / ", rows);
        }
        catch (StarliftException)
        {
            return "error";
        }
    }

    static string Cell(object? value) => value switch
    {
        null or DBNull => "null",
        double or float => Convert.ToDouble(value, CultureInfo.InvariantCulture).ToString("0.00000000000e+00", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        _ => ResultText.Of(value),
    };

    static string In(string file) => Path.Combine(AppContext.BaseDirectory, "Clients", file);

    static void Require(bool isThere, string what, string hint = ": run ./build services start")
    {
        // CI has the packages of test/services/clients; a JDK is not among them
        Assert.SkipUnless(isThere || hint.Length > 0 && Environment.GetEnvironmentVariable("CI") == "true", $"there is no {what} to test with{hint}");
        Assert.True(isThere, what);
    }

    static async Task<(int ExitCode, string Output, string Error)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Stop), process.StandardError.ReadToEndAsync(Stop));
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, await output, await error);
    }
}
