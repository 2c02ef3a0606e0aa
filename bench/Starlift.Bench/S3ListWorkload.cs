using System.Globalization;
using System.Text.Json.Nodes;

namespace Starlift.Bench;

/// <summary>Many keys, listed and planned.</summary>
static class S3ListWorkload
{
    const int Keys = 100_000;

    public static async Task<Workload> MakeAsync(BenchContext context, S3Service s3, CancellationToken cancel)
    {
        var bucket = S3Service.NewBucket();
        await s3.HostAsync(["fill", bucket, Keys.ToString(CultureInfo.InvariantCulture)], cancel);
        var project = context.WorkFile("list-project");
        foreach (var (file, text) in Project(bucket))
        {
            var path = Path.Combine(project, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text, cancel);
        }

        return new Workload
        {
            Name = "s3-list",
            Title = $"List {Keys:N0} keys in ten folders of S3",
            Contenders =
            [
                new Contender
                {
                    Name = "list-pages",
                    Description = "the AWS SDK's paginator, page after page",
                    Command = [context.Folders.S3Host, "list", bucket, "data/"],
                    Environment = s3.Environment,
                    FingerprintAsync = (output, _) => Task.FromResult(Fingerprint.Parse(output)),
                },
                new Contender
                {
                    Name = "starlift-plan",
                    Description = "`starlift plan`: the keys are listed and held against an empty ledger",
                    Command = [context.Folders.Portable, "plan", "-p", project, "-o", "json"],
                    Environment = s3.Environment,
                    FingerprintAsync = (output, _) => Task.FromResult(OfPlan(output)),
                },
            ],
        };
    }

    static IEnumerable<(string File, string Text)> Project(string bucket) =>
    [
        ("starlift.yaml", "name: list\ndefault_target: local\ntargets:\n  local: { type: duckdb, path: out/list.duckdb }\n"),
        ("tables/things.sql", "create table things (id integer);"),
        ("loads/things.sql", $"copy things from 's3://{bucket}/data/' iam_role default format as json 'auto';"),
    ];

    static Fingerprint OfPlan(string output)
    {
        // Progress stands before it.
        var load = JsonNode.Parse(output[output.IndexOf("\n{", StringComparison.Ordinal)..])!["loads"]![0]!;
        return Fingerprint.Parse($"objects\t{load["new"]!["objects"]}\tbytes={load["new"]!["bytes"]}");
    }
}
