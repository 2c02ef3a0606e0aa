using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Starlift.CliTests;

public sealed partial class ServeTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_how_to_connect_and_ends_when_it_is_interrupted()
    {
        using var scratch = new SparkifyFolder();
        using var running = StarliftProcess.Start(scratch.Path, ["serve", "--duckdb", Path.Combine(scratch.Path, "dev.duckdb"), "--port", "0", "--tls"]);
        await running.HasToldAsync("the certificate is ");
        var port = int.Parse(Told().Match(running.Error()).Groups["port"].Value, System.Globalization.CultureInfo.InvariantCulture);
        using (var client = new TcpClient())
        {
            await client.ConnectAsync("127.0.0.1", port, Stop);
            var stream = client.GetStream();
            await stream.WriteAsync(new byte[] { 0, 0, 0, 8, 4, 210, 22, 47 }, Stop);
            Assert.Equal('S', (char)stream.ReadByte());
            running.Interrupt();
            var (exitCode, output, error) = await running.EndAsync();
            Assert.Equal((0, ""), (exitCode, output));
            Assert.DoesNotContain("bug", error, StringComparison.Ordinal);
        }

        Assert.True(File.Exists(Path.Combine(scratch.Path, "dev.duckdb")));
        Assert.False(File.Exists(Path.Combine(scratch.Path, "dev.duckdb.wal")));
    }

    [Fact]
    public async Task It_is_a_target_and_doctor_tells_that_it_is_without_TLS()
    {
        using var scratch = new SparkifyFolder();
        using var project = new SparkifyFolder();
        using var running = StarliftProcess.Start(scratch.Path, ["serve", "--duckdb", "served.duckdb", "--port", "0", "--s3-root", scratch.Path]);
        await running.HasToldAsync("serving on ");
        var port = Told().Match(running.Error()).Groups["port"].Value;
        project.Add("starlift.yaml", $$"""
            name: sparkify
            vars: { data: s3://bucket }
            targets:
              served: { type: redshift, host: localhost, port: {{port}}, user: awsuser, password: any, manifests: s3://bucket/manifests }
            """);
        await StarliftProcess.SucceedAsync("generate", Path.Combine(scratch.Path, "bucket"), "--events", "200", "--songs", "20");

        var (examined, told, _) = await StarliftProcess.RunInAsync(project.Path, "doctor", "--s3-root", scratch.Path);
        Assert.Contains("the server offers none, and the target does not demand it", told, StringComparison.Ordinal);
        Assert.True(examined == 0, told);
        var (ran, _, error) = await StarliftProcess.RunInAsync(project.Path, "run", "--s3-root", scratch.Path);
        Assert.True(ran == 0, error);
        var (_, events, _) = await StarliftProcess.RunInAsync(project.Path, "query", "select count(*) as n from songplays", "-o", "csv");
        Assert.NotEqual("n\n0\n", events);
        running.Interrupt();
        Assert.Equal(0, (await running.EndAsync()).ExitCode);
    }

    [Theory]
    [InlineData("--address 0.0.0.0", "needs a password")]
    [InlineData("--address here", "'here' is no IP address")]
    [InlineData("--port 99999", "no port")]
    public async Task What_it_can_t_listen_on_is_told(string options, string expected)
    {
        using var scratch = new SparkifyFolder();
        var (exitCode, _, error) = await StarliftProcess.RunAsync(["serve", "--duckdb", ":memory:", .. options.Split(' ')]);
        Assert.Equal(2, exitCode);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [GeneratedRegex("serving on 127.0.0.1:(?<port>[0-9]+): psql ", RegexOptions.ExplicitCapture)]
    private static partial Regex Told();
}
