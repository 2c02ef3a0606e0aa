using System.Diagnostics;
using Starlift.CliTests;

namespace Starlift.RedshiftTests;

/// <summary>The built binary on a project of one load and one star table, on Starlift's own server, with AWS variables of the test's own.</summary>
sealed class StarliftProcess : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("starlift-").FullName;
    readonly ScratchRedshift _redshift;
    readonly AwsEndpoint _aws;

    /// <param name="redshift">Holds the objects.</param>
    /// <param name="aws">Is AWS.</param>
    /// <param name="settings">Of the target, beside host, port and root certificate.</param>
    public StarliftProcess(ScratchRedshift redshift, AwsEndpoint aws, string settings)
    {
        (_redshift, _aws) = (redshift, aws);
        Write("starlift.yaml", $"""
            name: harbour
            targets:
              cloud:
                type: redshift
                host: localhost
                port: {redshift.Server.Port}
                root_certificate: {redshift.Server.RootCertificate}
                iam_role: {ScratchRedshift.Role}
            {string.Join('\n', settings.Split('\n').Select(line => $"    {line}"))}

            """);
        Write("tables/boats.sql", "create table boats (id integer, name varchar(20))");
        Write("tables/fleet.sql", "create table fleet (id integer not null, name varchar(20), primary key (id))");
        Write("loads/boats.sql", "copy boats from 's3://lake/boats/' iam_role default json 'auto'");
        Write("models/fleet.sql", "select id, name from boats");
    }

    /// <summary>Runs the command to its end.</summary>
    public async Task<(int ExitCode, string Out, string Error)> RunAsync(params IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(StartOf(arguments))!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(ScratchRedshift.Cancel);
        var error = process.StandardError.ReadToEndAsync(ScratchRedshift.Cancel);
        await process.WaitForExitAsync(ScratchRedshift.Cancel);
        return (process.ExitCode, (await output).ReplaceLineEndings("\n"), await error);
    }

    /// <summary>Begins the command; it can be interrupted.</summary>
    public RunningStarlift Start(params IReadOnlyList<string> arguments) => new(StartOf(arguments));

    /// <summary>Variables besides; those of AWS are the test's own.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    ProcessStartInfo StartOf(IReadOnlyList<string> arguments)
    {
        // A shell that starts the tests in the background has them ignore SIGINT, and children inherit that.
        var start = OperatingSystem.IsLinux()
            ? new ProcessStartInfo("env", ["--default-signal=INT", StarliftBinary.FullPath, .. arguments, "-p", _folder])
            : new ProcessStartInfo(StarliftBinary.FullPath, [.. arguments, "-p", _folder]);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.WorkingDirectory = _folder;
        foreach (var inherited in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["AWS_CONFIG_FILE"] = Path.Combine(_folder, "none");
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(_folder, "none");
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        start.Environment["AWS_ACCESS_KEY_ID"] = "AKIATEST";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "a-secret-key-of-the-test";
        start.Environment["AWS_REGION"] = "us-west-2";
        start.Environment["AWS_ENDPOINT_URL"] = _aws.Address;
        start.Environment["STARLIFT_S3_ROOT"] = _redshift.Buckets;
        start.Environment["REDSHIFT_PASSWORD"] = _redshift.Server.Options.Password;
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>A file of the project's folder.</summary>
    public string Read(string file) => File.ReadAllText(PathOf(file));

    public string PathOf(string file) => Path.Combine(_folder, file);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    void Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
