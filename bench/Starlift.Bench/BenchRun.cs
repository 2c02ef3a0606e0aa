using System.Globalization;

namespace Starlift.Bench;

/// <summary>Makes data, runs the workloads one after the other, and writes each one's result as soon as it is there.</summary>
sealed class BenchRun(BenchOptions options, BenchFolders folders, TimeProvider time)
{
    static readonly string[] S3Workloads = ["s3-load", "s3-job", "s3-list"];
    static readonly string[] ClientWorkloads = ["serve-fetch", "serve-connect"];

    public async Task RunAsync(CancellationToken cancel)
    {
        if (Directory.Exists(folders.Work))
        {
            Directory.Delete(folders.Work, recursive: true);
        }

        Directory.CreateDirectory(folders.Work);
        var context = new BenchContext(folders, options, await BenchData.MakeAsync(folders, options, cancel));
        context.Data.Warm();
        await using var postgres = NeedsPostgres() ? await PostgresServers.StartAsync(cancel) : null;
        if (postgres is null && NeedsPostgres())
        {
            await Console.Error.WriteLineAsync("bench: PostgreSQL is not installed; what needs it is left out");
        }

        var project = StarliftProject.Make(context);
        await using var s3 = NeedsS3() ? await S3Service.StartAsync(folders, cancel) : null;
        if (s3 is null && NeedsS3())
        {
            await Console.Error.WriteLineAsync("bench: there is no S3 to measure with; try ./build services start");
        }

        var python = NeedsServed() ? await ScriptPeers.PythonAsync("psycopg2", cancel) : null;
        await using var served = python is not null && postgres is not null ? await ServedDatabase.StartAsync(context, project, cancel) : null;
        if (served is null && NeedsServed())
        {
            await Console.Error.WriteLineAsync("bench: psycopg2 or PostgreSQL is not installed; clients are left out");
        }

        var results = new ResultFolder(folders, Machine.OfThis(), time.GetLocalNow());
        var versions = await Versions.ReadAsync(folders, postgres?.Tuned, cancel);
        foreach (var (name, make) in Workloads(context, project, postgres, s3, served, python))
        {
            if (options.Wants(name))
            {
                var result = await RunAsync(await make(cancel), versions, cancel);
                results.Write(result);
            }
        }

        Console.WriteLine(results.WriteTables());
    }

    bool NeedsPostgres() => !options.IsLarge && (options.Wants("job") || options.Wants("postgres-load") || NeedsServed());

    bool NeedsServed() => !options.IsLarge && ClientWorkloads.Any(options.Wants);

    // It keeps its data in memory.
    bool NeedsS3() => !options.IsLarge && S3Workloads.Any(options.Wants);

    static IEnumerable<(string Name, Func<CancellationToken, Task<Workload>> Make)> Workloads(
        BenchContext context, StarliftProject project, PostgresServers? postgres, S3Service? s3, ServedDatabase? served, string? python) =>
    [
        ("load", _ => Task.FromResult(LoadWorkload.Of(context))),
        ("job", cancel => JobWorkload.MakeAsync(context, project, postgres, cancel)),
        ("day", cancel => DayWorkload.MakeAsync(context, project, cancel)),
        ("start", cancel => StartWorkload.MakeAsync(context, project, cancel)),
        ("unnest", _ => Task.FromResult(UnnestWorkload.Of(context))),
        .. postgres is null ? [] : OfPostgres(context, postgres.Tuned),
        .. served is null ? [] : OfClients(context, project, served, postgres!.Tuned, python!),
        .. s3 is null ? [] : OfS3(context, project, s3),
    ];

    static IEnumerable<(string Name, Func<CancellationToken, Task<Workload>> Make)> OfPostgres(BenchContext context, PostgresServer postgres) =>
    [
        ("postgres-load", _ => Task.FromResult(PostgresLoadWorkload.Of(context, postgres))),
    ];

    static IEnumerable<(string Name, Func<CancellationToken, Task<Workload>> Make)> OfClients(
        BenchContext context, StarliftProject project, ServedDatabase served, PostgresServer postgres, string python) =>
    [
        (ClientWorkloads[0], cancel => ServeWorkload.FetchAsync(context, project, served, postgres, python, cancel)),
        (ClientWorkloads[1], _ => ServeWorkload.ConnectAsync(context, served, postgres, python)),
    ];

    static IEnumerable<(string Name, Func<CancellationToken, Task<Workload>> Make)> OfS3(BenchContext context, StarliftProject project, S3Service s3) =>
    [
        (S3Workloads[0], cancel => S3LoadWorkload.MakeAsync(context, s3, cancel)),
        (S3Workloads[1], cancel => S3JobWorkload.MakeAsync(context, project, s3, cancel)),
        (S3Workloads[2], cancel => S3ListWorkload.MakeAsync(context, s3, cancel)),
    ];

    async Task<WorkloadResult> RunAsync(Workload workload, IReadOnlyDictionary<string, string> versions, CancellationToken cancel)
    {
        await Console.Error.WriteLineAsync($"bench: {workload.Name}");
        var iterations = new List<Iteration>();
        var fingerprints = new Dictionary<string, Fingerprint>();
        for (var round = 1; round <= options.Runs; round++)
        {
            foreach (var contender in workload.Contenders.Where(contender => round <= contender.MaxRuns))
            {
                cancel.ThrowIfCancellationRequested();
                var (usage, fingerprint) = await RunAsync(contender, cancel);
                if (!fingerprints.TryAdd(contender.Name, fingerprint) && !fingerprints[contender.Name].Matches(fingerprint))
                {
                    throw new BenchException($"{contender.Name} made something else than in round 1: {fingerprint}, not {fingerprints[contender.Name]}");
                }

                iterations.Add(new Iteration(round, contender.Name, usage));
                await Console.Error.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {round} {contender.Name,-22} {usage.Wall,7:F2} s  {usage.Cpu,7:F2} CPU s  {usage.PeakMegabytes,6:F0} MB"));
            }
        }

        ThrowIfDifferent(workload, fingerprints);
        return new WorkloadResult
        {
            Workload = workload.Name,
            Title = workload.Title,
            Events = options.Events,
            Songs = options.Songs,
            CommandLine = options.CommandLine,
            At = time.GetLocalNow(),
            Commit = versions["commit"],
            Machine = Machine.OfThis(),
            Versions = versions,
            Baseline = workload.Contenders[0].Name,
            Contenders = [.. workload.Contenders.Select(contender => new ContenderResult(contender.Name, contender.Description, fingerprints[contender.Name]))],
            Iterations = iterations,
            Notes = workload.Notes,
        };
    }

    static async Task<(Usage Usage, Fingerprint Fingerprint)> RunAsync(Contender contender, CancellationToken cancel)
    {
        await contender.PrepareAsync(cancel);
        // Nobody waits for what others, or the preparation, have left to be written.
        Libc.Sync();
        var folder = Directory.CreateTempSubdirectory("starlift-bench-run-").FullName;
        try
        {
            var before = contender.CpuOfServer?.Invoke() ?? 0;
            var (usage, output) = MeasuredProcess.Run(contender.Command, folder, contender.Environment);
            if (contender.CpuOfServer is { } cpu)
            {
                // A backend counts as soon as it has ended, which is a little after its client.
                await Task.Delay(TimeSpan.FromMilliseconds(500), cancel);
                usage = usage with { User = usage.User + cpu() - before, PeakMegabytes = 0 };
            }

            return (usage, await contender.FingerprintAsync(output, cancel));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static void ThrowIfDifferent(Workload workload, Dictionary<string, Fingerprint> fingerprints)
    {
        var comparable = workload.Contenders.Where(contender => !workload.DoingOtherWork.Contains(contender.Name)).ToList();
        var expected = fingerprints[comparable[0].Name];
        if (comparable.FirstOrDefault(contender => !fingerprints[contender.Name].Matches(expected)) is { } other)
        {
            throw new BenchException($"{other.Name} and {comparable[0].Name} did different work:\n{fingerprints[other.Name]}\n{expected}");
        }
    }
}
