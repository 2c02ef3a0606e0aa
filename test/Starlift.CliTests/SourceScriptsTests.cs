using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Starlift.CliTests;

/// <summary>./starlift and ./build of the source tree where what they need is not there.</summary>
public sealed partial class SourceScriptsTests : IDisposable
{
    static readonly string[] Tools = ["bash", "cat", "dirname", "env", "find", "mkdir", "mv", "readlink", "sed", "sort", "touch", "tr", "uname"];

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("starlift-source-");

    public SourceScriptsTests()
    {
        foreach (var file in new[] { "starlift", "build", "sdk.sh", "global.json", ".editorconfig", "Directory.Build.props" })
        {
            File.Copy(Path.Combine(SourceTree.Root, file), At(file));
        }

        Directory.CreateDirectory(At("src"));
        Directory.CreateDirectory(At("pipelines"));
        Directory.CreateDirectory(At("tools"));
        foreach (var tool in Tools)
        {
            File.CreateSymbolicLink(At($"tools/{tool}"), new[] { "/usr/bin", "/bin", "/usr/local/bin" }.Select(folder => Path.Combine(folder, tool)).First(File.Exists));
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("starlift", "--version")]
    [InlineData("build", "docs")]
    public async Task Without_NET_both_scripts_say_so(string script, string argument) => Assert.Equal(
        (2, "", $"{script}: the .NET 10 SDK is needed, and there is no 'dotnet' on the PATH\nhint: install it from https://dotnet.microsoft.com/download/dotnet/10.0\n"),
        await RunAsync(script, argument));

    [Theory]
    [InlineData("starlift", "--version", "9.0.300 [/sdk]\n10.0.100 [/sdk]", "10.0.100, 9.0.300")]
    [InlineData("build", "docs", "10.0.100 [/sdk]", "10.0.100")]
    [InlineData("build", "docs", "", "none")]
    public async Task An_SDK_of_another_band_is_told(string script, string argument, string installed, string told)
    {
        PutDotnet($"case $1 in --list-sdks) cat <<'END'\n{installed}\nEND\n;; *) echo a page of text; exit 145 ;; esac".Replace("\n\nEND", "\nEND", StringComparison.Ordinal));

        Assert.Equal(
            (2, "", $"{script}: global.json asks for the .NET SDK 10.0.400 or a later one of 10.0, and there is {told}\nhint: install it from https://dotnet.microsoft.com/download/dotnet/10.0; it may stand beside others\n"),
            await RunAsync(script, argument));
    }

    [Fact]
    public async Task Starlift_is_built_and_run_where_flock_is_missing()
    {
        PutDotnet("""[[ $1 == publish ]] || exit 0; mkdir -p artifacts/run; echo 'echo "ran $*"' > artifacts/run/starlift; /bin/chmod +x artifacts/run/starlift""");

        Assert.Equal((0, "ran query x\n", "starlift: building from source, once after each change…\n"), await RunAsync("starlift", "query", "x"));
        Assert.Equal((0, "ran query x\n", ""), await RunAsync("starlift", "query", "x"));
    }

    /// <summary>macOS has bash 3.2, where an empty array is no variable, and which lacks what came later.</summary>
    [Theory]
    [InlineData("starlift")]
    [InlineData("sdk.sh")]
    public void What_runs_Starlift_keeps_to_what_bash_3_2_knows(string script) =>
        Assert.DoesNotMatch(TooNew(), File.ReadAllText(Path.Combine(SourceTree.Root, script)).Replace("${ahead[@]+\"${ahead[@]}\"}", "", StringComparison.Ordinal));

    [GeneratedRegex(@"\[@\]|mapfile|readarray|(declare|local) -[An]|wait -n|\|&|&>>|\$\{\w+(,|\^)|EPOCHSECONDS|printf '%\(")]
    private static partial Regex TooNew();

    void PutDotnet(string script)
    {
        File.WriteAllText(At("tools/dotnet"), $"#!/usr/bin/env bash\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(At("tools/dotnet"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    async Task<(int ExitCode, string Out, string Error)> RunAsync(string script, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(At("tools/bash"), [At(script), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = At("tools");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, error);
    }

    string At(string file) => Path.Combine(_folder.FullName, file);
}
