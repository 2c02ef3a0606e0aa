namespace Starlift.Bench;

/// <summary>All days but one are loaded; then the file of that day arrives.</summary>
static class DayWorkload
{
    public static async Task<Workload> MakeAsync(BenchContext context, StarliftProject project, CancellationToken cancel)
    {
        var before = context.WorkFile("before-day.duckdb");
        var database = context.WorkFile("day.duckdb");
        BenchContext.Drop(before);
        var data = context.WorkFile("day-data");
        await Command.RunAsync("cp", ["-al", context.Data.All, data], cancel);
        var day = Path.Combine(data, Path.GetRelativePath(context.Data.All, context.Data.Day));
        File.Delete(day);
        var first = project.Run(data, before);
        await Command.RunAsync(first[0], [.. first.Skip(1)], cancel);
        await Command.RunAsync("ln", [context.Data.Day, day], cancel);
        var full = context.WorkFile("full-again.duckdb");
        return new Workload
        {
            Name = "day",
            Title = $"One more day, {context.Data.DayEvents():N0} events, where the other {context.Options.Days - 1} days are loaded",
            Contenders =
            [
                new Contender
                {
                    Name = "starlift-day",
                    Description = "`starlift run` finds one new object, loads it and merges it into the star",
                    PrepareAsync = _ =>
                    {
                        BenchContext.Drop(database);
                        File.Copy(before, database);
                        return Task.CompletedTask;
                    },
                    Command = project.Run(data, database),
                    FingerprintAsync = (_, token) => context.StarOfAsync(database, token),
                },
                new Contender
                {
                    Name = "starlift-full",
                    Description = "`starlift run` of all days at once",
                    PrepareAsync = _ =>
                    {
                        BenchContext.Drop(full);
                        return Task.CompletedTask;
                    },
                    Command = project.Run(data, full),
                    FingerprintAsync = (_, token) => context.StarOfAsync(full, token),
                    MaxRuns = context.Options.IsLarge ? 1 : int.MaxValue,
                },
            ],
            Notes = ["Equal checksums say that loading day by day gives the same star as loading everything at once."],
        };
    }
}
