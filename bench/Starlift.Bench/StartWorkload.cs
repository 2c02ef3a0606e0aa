namespace Starlift.Bench;

/// <summary>What it costs to have nothing to do.</summary>
static class StartWorkload
{
    public static async Task<Workload> MakeAsync(BenchContext context, StarliftProject project, CancellationToken cancel)
    {
        var database = context.WorkFile("loaded.duckdb");
        BenchContext.Drop(database);
        var run = project.Run(context.Data.All, database);
        await Command.RunAsync(run[0], [.. run.Skip(1)], cancel);
        return new Workload
        {
            Name = "start",
            Title = "Nothing to do",
            Contenders =
            [
                new Contender { Name = "dotnet", Description = "a .NET program that ends at once", Command = [context.Folders.DuckDbHost] },
                new Contender { Name = "starlift-version", Description = "`starlift --version`", Command = [context.Folders.Starlift, "--version"] },
                new Contender
                {
                    Name = "starlift-nothing-new",
                    Description = $"`starlift run` where all {context.Options.Songs + context.Options.Days:N0} objects are loaded already",
                    Command = run,
                },
                new Contender
                {
                    Name = "portable-version",
                    Description = "`starlift --version` of the portable build",
                    Command = [context.Folders.Portable, "--version"],
                },
                new Contender
                {
                    Name = "portable-nothing-new",
                    Description = "`starlift run` of the portable build, the same objects",
                    Command = project.Run(context.Data.All, database, binary: context.Folders.Portable),
                },
            ],
        };
    }
}
