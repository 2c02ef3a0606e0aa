namespace Starlift.Bench;

/// <summary>The whole job from S3: everything at once, nothing new, and one more day.</summary>
static class S3JobWorkload
{
    public static async Task<Workload> MakeAsync(BenchContext context, StarliftProject project, S3Service s3, CancellationToken cancel)
    {
        var bucket = S3Service.NewBucket();
        var data = $"s3://{bucket}";
        var day = Path.GetRelativePath(context.Data.All, context.Data.Day);
        var before = context.WorkFile("s3-before-day.duckdb");
        var loaded = context.WorkFile("s3-loaded.duckdb");
        BenchContext.Drop(before);
        BenchContext.Drop(loaded);
        await s3.HostAsync(["put", bucket, context.Data.All, "skip", day], cancel);
        await RunAsync(project.Run(data, before), s3, cancel);
        await s3.HostAsync(["put", bucket, context.Data.All, "only", day], cancel);
        File.Copy(before, loaded);
        await RunAsync(project.Run(data, loaded), s3, cancel);
        return new Workload
        {
            Name = "s3-job",
            Title = $"Whole job from S3: {context.Options.Events:N0} events and {context.Options.Songs:N0} song files",
            Contenders =
            [
                Starlift(context, project, s3, data, "starlift-s3-full", "`starlift run` of everything", from: null),
                Starlift(context, project, s3, data, "starlift-s3-nothing", "`starlift run` where nothing is new", loaded),
                Starlift(context, project, s3, data, "starlift-s3-day", $"`starlift run` where one more day has come, {context.Data.DayEvents():N0} events", before),
            ],
            Notes = ["Equal checksums say that a star loaded in two parts is that loaded at once. A run lists every object, so nothing new costs a listing."],
        };
    }

    static Contender Starlift(
        BenchContext context, StarliftProject project, S3Service s3, string data, string name, string description, string? from)
    {
        var database = context.WorkFile($"{name}.duckdb");
        return new Contender
        {
            Name = name,
            Description = description,
            PrepareAsync = _ =>
            {
                BenchContext.Drop(database);
                if (from is not null)
                {
                    File.Copy(from, database);
                }

                return Task.CompletedTask;
            },
            Command = project.Run(data, database),
            Environment = s3.Environment,
            FingerprintAsync = (_, cancel) => context.StarOfAsync(database, cancel),
        };
    }

    static Task<string> RunAsync(IReadOnlyList<string> command, S3Service s3, CancellationToken cancel) =>
        Command.RunAsync(command[0], [.. command.Skip(1)], cancel, environment: s3.Environment);
}
