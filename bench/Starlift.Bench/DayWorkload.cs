namespace Starlift.Bench;

/// <summary>The days before are loaded; then the file of a day arrives.</summary>
static class DayWorkload
{
    public static async Task<Workload> MakeAsync(BenchContext context, StarliftProject project, CancellationToken cancel)
    {
        var before = context.WorkFile("before-day.duckdb");
        var database = context.WorkFile("day.duckdb");
        BenchContext.Drop(before);
        var data = context.WorkFile("day-data");
        await Command.RunAsync("cp", ["-al", context.Data.All, data], cancel);
        var arriving = context.Data.Day;
        var after = context.Data.DaysAfter();
        foreach (var file in (string[])[arriving, .. after])
        {
            File.Delete(In(data, file));
        }

        var first = project.Run(data, before);
        await Command.RunAsync(first[0], [.. first.Skip(1)], cancel);
        await Command.RunAsync("ln", [arriving, In(data, arriving)], cancel);
        var full = context.WorkFile("full-again.duckdb");
        return new Workload
        {
            Name = "day",
            Title = $"One more day, {context.Data.DayEvents():N0} events, where the {context.Options.Days - after.Count - 1} days before are loaded",
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
                },
            ],
            Notes = ["The day is of average size, and of the last two weeks; days after it are left out of both.", "Equal checksums say that loading day by day gives the same star as loading everything at once."],
        };

        string In(string folder, string file) => Path.Combine(folder, Path.GetRelativePath(context.Data.All, file));
    }
}
