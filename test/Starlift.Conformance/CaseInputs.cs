using System.Diagnostics;

namespace Starlift.Conformance;

/// <summary>The objects of a case: its folder s3, or what its generator writes, which goes to a temporary folder.</summary>
sealed class CaseInputs : IDisposable
{
    readonly string? _temporary;

    CaseInputs(string s3Root, string? temporary)
    {
        S3Root = s3Root;
        _temporary = temporary;
    }

    /// <summary>Holds one folder a bucket.</summary>
    public string S3Root { get; }

    public static async Task<CaseInputs> OfAsync(ConformanceCase testCase, CancellationToken cancellationToken)
    {
        if (testCase.Generator is null)
        {
            var given = Path.Combine(testCase.Folder, "s3");
            return new CaseInputs(Directory.Exists(given) ? given : testCase.Folder, null);
        }

        // The generator writes beside itself, and the case's folder may be read-only.
        var temporary = Directory.CreateTempSubdirectory("starlift-case-").FullName;
        var copy = Path.Combine(temporary, Path.GetFileName(testCase.Generator));
        File.Copy(testCase.Generator, copy);
        using var python = Process.Start(new ProcessStartInfo("python3", [copy]) { WorkingDirectory = temporary })
            ?? throw new InvalidOperationException("python3 did not start");
        await python.WaitForExitAsync(cancellationToken);
        return python.ExitCode == 0
            ? new CaseInputs(Path.Combine(temporary, "s3"), temporary)
            : throw new InvalidOperationException($"{testCase.Generator} ended with exit code {python.ExitCode}");
    }

    public void Dispose()
    {
        if (_temporary is not null)
        {
            Directory.Delete(_temporary, recursive: true);
        }
    }
}
