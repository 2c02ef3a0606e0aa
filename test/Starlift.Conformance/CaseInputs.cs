using System.Diagnostics;
using Starlift.Cases;

namespace Starlift.Conformance;

/// <summary>The objects of a case in a temporary folder that holds one folder a bucket.</summary>
sealed class CaseInputs : IDisposable
{
    readonly string _temporary;

    CaseInputs(string temporary) => _temporary = temporary;

    public string S3Root => Path.Combine(_temporary, "s3");

    public static async Task<CaseInputs> OfAsync(ConformanceCase testCase, CancellationToken cancellationToken)
    {
        var inputs = new CaseInputs(Directory.CreateTempSubdirectory("starlift-case-").FullName);
        Directory.CreateDirectory(inputs.S3Root);
        foreach (var item in testCase.Objects)
        {
            var path = Path.Combine(inputs.S3Root, item.Bucket, item.Key);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, item.Content(), cancellationToken);
        }

        if (testCase.Generator is { } generator)
        {
            await GenerateAsync(Path.Combine(testCase.Folder!, generator), inputs._temporary, cancellationToken);
        }

        return inputs;
    }

    public void Dispose() => Directory.Delete(_temporary, recursive: true);

    /// <summary>The generator writes beside itself, and the case's folder may be read-only.</summary>
    static async Task GenerateAsync(string generator, string folder, CancellationToken cancellationToken)
    {
        var copy = Path.Combine(folder, Path.GetFileName(generator));
        File.Copy(generator, copy);
        using var python = Process.Start(new ProcessStartInfo("python3", [copy]) { WorkingDirectory = folder })
            ?? throw new InvalidOperationException("python3 did not start");
        await python.WaitForExitAsync(cancellationToken);
        if (python.ExitCode != 0)
        {
            throw new InvalidOperationException($"{generator} ended with exit code {python.ExitCode}");
        }
    }
}
