using Starlift.Cli.Settings;
using Starlift.Cli.Terminals;
using Starlift.Planning;
using Starlift.Runs;

namespace Starlift.Cli.Targets;

/// <summary>The star that all objects give, built aside.</summary>
static class AsideStar
{
    /// <summary>Runs the project on everything that is listed now.</summary>
    /// <param name="session">The project and its objects; its target is not touched.</param>
    /// <param name="s3">Whose AWS credentials.</param>
    /// <param name="observer">Is told how it gets on.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<AsideDatabase> BuildAsync(ProjectSession session, S3Settings s3, IRunObserver observer, CancellationToken cancel)
    {
        var database = await AsideDatabase.OpenAsync(session, s3, cancel);
        try
        {
            var identity = new RunIdentity(VersionLine.Version, AsideDatabase.Name, ProjectSession.User, TimeProvider.System);
            await new Runner(session.Project, database.Warehouse, session.Store, observer, identity).RunAsync(RunOptions.Default, cancel);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }
}
