namespace Starlift.Bench;

/// <summary>The S3 of the tests, started for the bench where it does not run already.</summary>
sealed class S3Service : IAsyncDisposable
{
    readonly BenchFolders _folders;
    readonly bool _started;

    S3Service(BenchFolders folders, bool started)
    {
        _folders = folders;
        _started = started;
        var lines = File.ReadAllLines(Path.Combine(folders.Root, "artifacts", "services", "s3", "endpoint"));
        Environment = new Dictionary<string, string>
        {
            ["AWS_ACCESS_KEY_ID"] = lines[0],
            ["AWS_SECRET_ACCESS_KEY"] = lines[1],
            ["AWS_ENDPOINT_URL_S3"] = lines[2],
            ["AWS_REGION"] = "us-east-1",
            ["AWS_CONFIG_FILE"] = "/nonexistent",
            ["AWS_SHARED_CREDENTIALS_FILE"] = "/nonexistent",
            ["AWS_EC2_METADATA_DISABLED"] = "true",
        };
    }

    /// <summary>What a process needs to read it.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>Null where it can't be started.</summary>
    public static async Task<S3Service?> StartAsync(BenchFolders folders, CancellationToken cancel)
    {
        var script = Script(folders);
        if (await Command.TryRunAsync(script, ["status"], cancel) is not null)
        {
            return new S3Service(folders, started: false);
        }

        // Its daemons live on and hold what they inherited: through pipes this would wait for them.
        return await Command.TryRunAsync("/bin/sh", ["-c", "exec \"$0\" start > /dev/null 2>&1", script], cancel) is null
            ? null
            : new S3Service(folders, started: true);
    }

    /// <summary>A bucket's name that no other run of the bench has.</summary>
    public static string NewBucket() => $"bench-{Guid.NewGuid():N}";

    /// <summary>Runs S3Host, not measured.</summary>
    public Task<string> HostAsync(IReadOnlyList<string> arguments, CancellationToken cancel) =>
        Command.RunAsync(_folders.S3Host, arguments, cancel, environment: Environment);

    public async ValueTask DisposeAsync()
    {
        if (_started)
        {
            await Command.TryRunAsync(Script(_folders), ["stop"], CancellationToken.None);
        }
    }

    static string Script(BenchFolders folders) => Path.Combine(folders.Root, "test", "services", "s3");
}
