namespace Starlift.CliTests;

public sealed class TelemetryTests(GeneratedSparkify generated)
{
    const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf";

    [Fact]
    public async Task A_run_sends_its_steps_as_spans_and_its_counts_as_metrics()
    {
        using var receiver = new OtlpReceiver();
        using var folder = new SparkifyFolder();
        var run = await RunAsync(folder, $"OTEL_EXPORTER_OTLP_ENDPOINT={receiver.Endpoint} {Protocol} OTEL_SERVICE_NAME=nightly");
        Assert.True(run.ExitCode == 0, run.Error);
        var traces = receiver.Received("/v1/traces");
        string[] spans = ["run", "list staging_songs", "load staging_songs", "model songplays", "check plays_are_matched", "commit"];
        Assert.All(spans, span => Assert.Contains(span, traces));
        Assert.Contains("nightly", traces);
        var metrics = receiver.Received("/v1/metrics");
        string[] names = ["starlift.runs", "starlift.run.duration", "starlift.step.duration", "starlift.rows", "starlift.rejects", "starlift.checks"];
        Assert.All(names, name => Assert.Contains(name, metrics));
    }

    [Fact]
    public async Task A_run_that_fails_says_so_and_one_signal_can_be_sent_alone()
    {
        using var receiver = new OtlpReceiver();
        using var folder = new SparkifyFolder();
        folder.Add("checks/mine.sql", "-- description: There are no users.\nselect user_id from users");
        var run = await RunAsync(folder, $"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT={receiver.Endpoint}/mine OTEL_EXPORTER_OTLP_TRACES_PROTOCOL=http/protobuf");
        Assert.True(run.ExitCode == 3, run.Error);
        Assert.Contains("checks_failed", receiver.Received("/mine"));
        Assert.Contains("There are no users.", receiver.Received("/mine"));
        Assert.Equal("", receiver.Received("/v1/metrics"));
    }

    [Fact]
    public async Task A_collector_that_is_not_there_fails_no_run()
    {
        using var folder = new SparkifyFolder();
        var run = await RunAsync(folder, $"OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:9 {Protocol}");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("run 1: done in ", run.Out);
    }

    Task<(int ExitCode, string Out, string Error)> RunAsync(SparkifyFolder folder, string variables) =>
        StarliftProcess.ShellAsync(folder.Path, $"{variables} starlift run -p . --var data={generated.First}");
}
