using Starlift.Conformance;
using Starlift.Postgres;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>A database of a test's own.</summary>
sealed class PostgresTarget : ScratchTarget
{
    PostgresTarget(PostgresServer server, string database)
    {
        Server = server;
        Database = database;
    }

    public PostgresServer Server { get; }

    public string Database { get; }

    public PostgresOptions Options => Server.OptionsFor(Database);

    /// <summary>Skips the test where the server is stopped; fails it where CI=true.</summary>
    public static PostgresServer GetServer()
    {
        const string Missing = "there is no PostgreSQL to test with: run ./build services start";
        Assert.SkipUnless(PostgresServer.Started is not null || Environment.GetEnvironmentVariable("CI") == "true", Missing);
        Assert.True(PostgresServer.Started is not null, Missing);
        return PostgresServer.Started;
    }

    public static async Task<PostgresTarget> MakeAsync()
    {
        var server = GetServer();
        return new PostgresTarget(server, await server.MakeDatabaseAsync(TestContext.Current.CancellationToken));
    }

    public override async Task<IWarehouse> OpenAsync(Func<TableName, CreateTable?> tables) =>
        await PostgresWarehouse.OpenAsync(Options, tables, Store, TestContext.Current.CancellationToken);

    public override async Task<IWarehouse> OpenToReadAsync() =>
        await PostgresWarehouse.OpenAsync(Options with { Access = WarehouseAccess.Read }, _ => null, Store, TestContext.Current.CancellationToken);

    public override bool KillsSessions => true;

    // It waits until the session is gone, and its locks with it.
    public override Task KillAsync(long number) =>
        Server.ExecuteAsync("postgres", $"SELECT pg_terminate_backend({number}, 30000)", TestContext.Current.CancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await Server.DropDatabaseAsync(Database);
        await base.DisposeAsync();
    }
}
