using System.Globalization;

namespace Starlift.Bench;

/// <summary>Thousands of objects of one record each, from S3 on this machine: a load beside a download of the same objects.</summary>
static class S3LoadWorkload
{
    public static async Task<Workload> MakeAsync(BenchContext context, S3Service s3, CancellationToken cancel)
    {
        var bucket = S3Service.NewBucket();
        await s3.HostAsync(["put", bucket, context.Data.All, "only", "song_data/"], cancel);
        var contenders = new List<Contender>
        {
            new()
            {
                Name = "download",
                Description = "the download alone: .NET's `HttpClient`, signed requests, 64 at once, bytes thrown away",
                Command = [context.Folders.S3Host, "get", bucket, "song_data/"],
                Environment = s3.Environment,
                FingerprintAsync = (output, _) => Task.FromResult(Fingerprint.Parse(output)),
            },
            new()
            {
                Name = "starlift-s3",
                Description = "`COPY` from S3 into a temporary table, rejects on",
                Command = [context.Folders.Starlift, "sql", LoadWorkload.Script(context, "starlift-s3", "staging_songs", $"s3://{bucket}", "songs-fingerprint.sql"), "--duckdb", ":memory:"],
                Environment = s3.Environment,
                FingerprintAsync = (output, token) => LoadWorkload.FingerprintAsync("staging_songs", output, token),
            },
        };
        var notes = new List<string> { "S3 is Ceph's gateway on loopback, whose own CPU time is not counted and which takes its share of the cores: no distance, so that what is left is the work." };
        if (Command.Find("aws") is { } aws)
        {
            var files = context.WorkFile("aws-sync");
            contenders.Add(new Contender
            {
                Name = "aws-sync",
                Description = "`aws s3 sync` into a folder, 64 at once",
                PrepareAsync = _ => Emptied(files),
                Command = ["/bin/sh", "-c", "cd \"$1\" && printf '[default]\\ns3 =\\n  max_concurrent_requests = 64\\n' > config && AWS_CONFIG_FILE=config exec \"$2\" s3 sync --only-show-errors --endpoint-url \"$AWS_ENDPOINT_URL_S3\" \"s3://$3\" files", "sh", files, aws, bucket],
                Environment = s3.Environment,
                FingerprintAsync = (_, _) => Task.FromResult(OfFiles(Path.Combine(files, "files"))),
                MaxRuns = 1,
            });
        }
        else
        {
            notes.Add("The AWS command line is not installed here, so `aws s3 sync` was left out.");
        }

        return new Workload
        {
            Name = "s3-load",
            Title = $"Load of {context.Options.Songs:N0} objects of one record each from S3",
            Contenders = contenders,
            DoingOtherWork = ["starlift-s3"],
            Notes = notes,
        };
    }

    static Task Emptied(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        return Task.CompletedTask;
    }

    static Fingerprint OfFiles(string folder)
    {
        var sizes = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => new FileInfo(file).Length).ToList();
        return Fingerprint.Parse(string.Create(CultureInfo.InvariantCulture, $"objects\t{sizes.Count}\tbytes={sizes.Sum()}"));
    }
}
