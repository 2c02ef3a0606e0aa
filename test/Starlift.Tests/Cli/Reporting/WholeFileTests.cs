using System.Text;
using Starlift.Cli.Reporting;
using Starlift.Tests.Objects;

namespace Starlift.Tests.Cli.Reporting;

public sealed class WholeFileTests : IDisposable
{
    readonly ScratchFolder _folder = new();

    string Report => Path.Combine(_folder.Path, "report.html");

    [Fact]
    public async Task What_killed_writers_left_is_taken_away_by_the_next()
    {
        await File.WriteAllTextAsync($"{Report}.4711.unfinished", "half a pa", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "other.html.4711.unfinished"), "of another file", TestContext.Current.CancellationToken);
        await WriteAsync("a page");
        Assert.Equal(["other.html.4711.unfinished", "report.html"], Names());
    }

    [Fact]
    public async Task A_writer_at_work_keeps_its_file()
    {
        var left = $"{Report}.4711.unfinished";
        await using (new FileStream(left, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await WriteAsync("a page");
            Assert.Equal(["report.html", "report.html.4711.unfinished"], Names());
        }

        await WriteAsync("another page");
        Assert.Equal(["report.html"], Names());
        Assert.Equal("another page", await File.ReadAllTextAsync(Report, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_that_is_not_finished_is_as_it_was()
    {
        await WriteAsync("a page");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WholeFile.WriteAsync(Report, Encoding.UTF8.GetBytes("half"), cancelled.Token));
        Assert.Equal(["report.html"], Names());
        Assert.Equal("a page", await File.ReadAllTextAsync(Report, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Whoever_may_read_the_file_may_read_the_next()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows gives a file the rights of its folder");
        await WriteAsync("a page");
#pragma warning disable CA1416 // skipped on Windows
        File.SetUnixFileMode(Report, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        await WriteAsync("another page");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead, File.GetUnixFileMode(Report));
#pragma warning restore CA1416
    }

    public void Dispose() => _folder.Dispose();

    Task WriteAsync(string text) => WholeFile.WriteAsync(Report, Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);

    IEnumerable<string?> Names() => Directory.EnumerateFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
