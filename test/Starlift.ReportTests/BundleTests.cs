using System.Diagnostics;

namespace Starlift.ReportTests;

public sealed class BundleTests
{
    [Fact]
    public async Task The_committed_script_is_what_build_report_makes()
    {
        BrowserService.Require();
        var folder = Path.GetDirectoryName(BrowserService.Modules)!;
        foreach (var file in new[] { "build.mjs", "licences.txt" }.Concat(
            Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "report/src"), "*.js", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Path.Combine(SourceTree.Root, "report"), path))))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.Copy(Path.Combine(SourceTree.Root, "report", file), Path.Combine(folder, file), overwrite: true);
        }

        using var made = new SparkifyFolder();
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(folder, "build.mjs"), Path.Combine(made.Path, "assets")]) { RedirectStandardError = true })!;
        var error = await node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, error);
        foreach (var file in new[] { "report.min.js", "world.json" })
        {
            Assert.True(
                made.Read($"assets/{file}") == File.ReadAllText(Path.Combine(SourceTree.Root, "src/Starlift.Core/Reports/Assets", file)),
                $"{file} is not what report/ makes: run ./build report");
        }
    }
}
