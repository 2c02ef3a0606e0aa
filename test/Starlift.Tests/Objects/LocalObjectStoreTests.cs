using System.Diagnostics;
using System.Runtime.Versioning;
using Starlift.Errors;
using Starlift.Objects;

namespace Starlift.Tests.Objects;

public sealed class LocalObjectStoreTests : IDisposable
{
    readonly ScratchFolder _folder = new();
    readonly LocalObjectStore _store;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public LocalObjectStoreTests() => _store = new LocalObjectStore(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("data", "data.log data/.hidden data/2018/a.json data/2018/b.json data/_SUCCESS data2/c.json")]
    [InlineData("data/", "data/.hidden data/2018/a.json data/2018/b.json data/_SUCCESS")]
    [InlineData("data/2018/a", "data/2018/a.json")]
    [InlineData("data/2018/a.json", "data/2018/a.json")]
    [InlineData("data/20", "data/2018/a.json data/2018/b.json")]
    [InlineData("./data/../data/2018/", "data/2018/a.json data/2018/b.json")]
    [InlineData("data/_", "data/_SUCCESS")]
    [InlineData("nothing", "")]
    [InlineData("nothing/at/all", "")]
    [InlineData("data.log/x", "")]
    public async Task A_prefix_is_a_prefix_of_the_path_over_all_folders_and_no_name_is_hidden(string prefix, string found)
    {
        foreach (var name in new[] { "data/2018/a.json", "data/2018/b.json", "data/.hidden", "data/_SUCCESS", "data.log", "data2/c.json" })
        {
            _folder.Write(name, "{}");
        }

        Assert.Equal(found, await ListAsync(prefix));
        Assert.Equal(found, await ListAsync(Path.Combine(_folder.Path, prefix)));
    }

    [Fact]
    public async Task Names_of_any_kind_are_found_and_read()
    {
        string[] names = ["é数😀.json", "new\nline.json", "..json", "a..b", "...", " blank ", "quote'\"s", "back\\slash", "%2e%2e", "*", "[x]"];
        foreach (var name in names)
        {
            _folder.Write($"d/{name}", name);
        }

        var listed = await _store.ListAsync("d/", Stop).ToListAsync(Stop);

        Assert.Equal(names.Order(StringComparer.Ordinal), listed.Select(version => Path.GetFileName(version.Uri)).Order(StringComparer.Ordinal));
        Assert.All(listed, version => Assert.Equal(Path.GetFileName(version.Uri), Read(version)));
        Assert.All(names, name => Assert.Equal($"d/{name}", ListAsync($"d/{name}").AsTask().GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task A_name_that_is_no_UTF8_is_an_error_and_not_left_out()
    {
        Run("sh", "-c", $"printf x > \"{_folder.Path}/$(printf 'a\\377b')\"");

        var exception = await Assert.ThrowsAsync<StarliftException>(async () => await ListAsync(""));

        // The runtime can't delete it either.
        Run("sh", "-c", $"rm '{_folder.Path}/'*");
        Assert.Contains("its name is not UTF-8", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_whose_name_is_no_UTF8_is_an_error_and_not_left_out()
    {
        Run("sh", "-c", $"mkdir \"{_folder.Path}/$(printf 'd\\377')\" && printf x > \"{_folder.Path}/$(printf 'd\\377')/a.json\"");
        _folder.Write("ok/b.json", "{}");

        var exception = await Assert.ThrowsAsync<StarliftException>(async () => await ListAsync(""));
        var elsewhere = await ListAsync("ok/");

        // The runtime can't delete it either.
        Run("sh", "-c", $"rm -r '{_folder.Path}/'*");
        Assert.Contains("its name is not UTF-8", exception.Message, StringComparison.Ordinal);
        Assert.Equal("ok/b.json", elsewhere);
    }

    [Fact]
    public async Task A_file_is_one_object_however_many_links_lead_to_it()
    {
        var real = _folder.Write("data/m.json", "{}");
        Run("ln", real, Path.Combine(_folder.Path, "data/b-hard.json"));
        Run("ln", real, Path.Combine(_folder.Path, "data/z-hard.json"));
        _folder.Write("data/other.json", "{}");
        _folder.Link("data/a-link.json", "other.json");
        _folder.Link("data/link-to-link.json", "a-link.json");
        _folder.Write("elsewhere/far.json", "{}");
        _folder.Link("data/far-1.json", "../elsewhere/far.json");
        _folder.Link("data/far-2.json", "../elsewhere/far.json");

        Assert.Equal("data/b-hard.json data/far-1.json data/other.json", await ListAsync("data/"));
        Assert.Equal("data/z-hard.json", await ListAsync("data/z"));
        Assert.Equal("data/a-link.json", await ListAsync("data/a"));
    }

    [Fact]
    public async Task Links_lead_to_nothing_outside_of_the_data_folders()
    {
        _folder.Write("secret/passwd", "root");
        _folder.Write("project/data/a.json", "{}");
        _folder.Link("project/data/evil.json", "../../secret/passwd");
        _folder.Write("project/sub/b.json", "{}");
        _folder.Link("project/sub/evil", "../../secret");
        var secret = Path.Combine(_folder.Path, "secret");
        var store = new LocalObjectStore(Path.Combine(_folder.Path, "project"));

        foreach (var prefix in (string[])["data/", "data/evil.json", "sub/", "sub/evil/", "sub/evil/pass"])
        {
            var exception = await Assert.ThrowsAsync<ConfigurationException>(async () => await store.ListAsync(prefix, Stop).ToListAsync(Stop));
            Assert.Contains("outside of the data folders", exception.Message, StringComparison.Ordinal);
            Assert.Contains($"--allow-folder {_folder.Path}", exception.Hint, StringComparison.Ordinal);
        }

        foreach (var path in (string[])["data/evil.json", "sub/evil/passwd", "../secret/passwd", Path.Combine(secret, "passwd")])
        {
            await Assert.ThrowsAsync<ConfigurationException>(async () => await store.FindAsync(path, Stop));
            await Assert.ThrowsAsync<ConfigurationException>(async () => await store.WithinDataOf("data/").FindAsync(path, Stop));
            Assert.NotNull(await new LocalObjectStore(Path.Combine(_folder.Path, "project"), secret).FindAsync(path, Stop));
        }

        Assert.Equal(2, await new LocalObjectStore(Path.Combine(_folder.Path, "project"), secret).ListAsync("data/", Stop).CountAsync(Stop));
    }

    [Fact]
    public async Task A_data_folder_may_be_a_link_as_a_whole_and_lie_anywhere()
    {
        _folder.Write("disk/log/a.json", "{}");
        _folder.Write("disk/paths.json", "{}");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "project"));
        _folder.Link("project/data", "../disk");
        var project = Path.Combine(_folder.Path, "project");
        var disk = Path.Combine(_folder.Path, "disk");

        Assert.Equal(1, await new LocalObjectStore(project).ListAsync("data/log/", Stop).CountAsync(Stop));
        Assert.Equal(2, await new LocalObjectStore(project).ListAsync("data", Stop).CountAsync(Stop));
        Assert.NotNull(await new LocalObjectStore(project).WithinDataOf("data/log").FindAsync("data/paths.json", Stop));
        Assert.NotNull(await new LocalObjectStore(project, "data").FindAsync("data/log/a.json", Stop));
        Assert.Equal(2, await new LocalObjectStore(project).ListAsync(disk, Stop).CountAsync(Stop));
        Assert.Equal(1, await new LocalObjectStore(project).ListAsync($"{disk}/log", Stop).CountAsync(Stop));
        Assert.NotNull(await new LocalObjectStore(project).WithinDataOf(disk + '/').FindAsync($"{disk}/paths.json", Stop));
    }

    [Fact]
    public async Task A_file_replaced_by_a_named_pipe_after_it_was_listed_is_never_waited_for()
    {
        var path = _folder.Write("a.json", "{}");
        var version = (await _store.FindAsync("a.json", Stop))!;
        File.Delete(path);
        Run("mkfifo", path);

        var exception = await Task.Run(() => Assert.Throws<StarliftException>(() => Read(version)), Stop).WaitAsync(TimeSpan.FromMinutes(1), Stop);

        Assert.Equal($"{version.Uri} changed between listing and reading", exception.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_that_is_written_to_while_it_is_read_fails_the_read(bool growing)
    {
        var path = _folder.Write("a.json", new string(' ', 100_000));
        var version = (await _store.FindAsync("a.json", Stop))!;
        using var stream = _store.OpenRead(version, 0, version.Size, Stop);
        stream.ReadExactly(new byte[50_000]);

        using (var writer = new FileStream(path, growing ? FileMode.Append : FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            writer.Write("xx"u8);
        }

        var exception = Assert.Throws<StarliftException>(() => stream.ReadExactly(new byte[50_000]));
        Assert.Equal($"{version.Uri} changed while it was read", exception.Message);
        Assert.Equal(ExitCode.RunFailed, exception.ExitCode);
    }

    [Fact]
    public async Task A_file_replaced_by_another_of_its_size_and_time_is_not_read()
    {
        var path = _folder.Write("a.json", "{\"v\":1}");
        var changed = File.GetLastWriteTimeUtc(path);
        var version = (await _store.FindAsync("a.json", Stop))!;
        var other = _folder.Write("b.json", "{\"v\":2}");
        File.SetLastWriteTimeUtc(other, changed);
        File.Move(other, path, overwrite: true);

        Assert.Contains("changed", Assert.Throws<StarliftException>(() => Read(version)).Message, StringComparison.Ordinal);
        Assert.Equal(version, await _store.FindAsync("a.json", Stop));
    }

    [Fact]
    public async Task Links_are_followed_and_each_real_folder_is_walked_once_under_its_own_path()
    {
        _folder.Write("a/x.json", "{}");
        _folder.Write("z/y.json", "{}");
        _folder.Link("a/up", "..");
        _folder.Link("a/b", "../z");
        _folder.Link("a/self", "self");
        _folder.Link("a/nowhere", "missing");
        _folder.Link("a/0", "a");
        _folder.Link("l", "a/up/a");

        Assert.Equal("a/x.json z/y.json", await ListAsync(""));
        Assert.Equal("a/b/y.json a/x.json", await ListAsync("a/"));
        Assert.Equal("a/up/a/x.json", await ListAsync("a/up/a/x"));
        Assert.Equal("l/b/y.json l/x.json", await ListAsync("l/"));
    }

    [Fact]
    public async Task A_link_to_a_file_is_an_object_of_the_files_size_that_changes_with_it()
    {
        _folder.Write("real.json", "{\"v\": 12345}");
        _folder.Link("link.json", "real.json");

        var version = await _store.FindAsync("link.json", Stop);

        Assert.Equal(12, version!.Size);
        Assert.Equal(version, Assert.Single(await _store.ListAsync("link", Stop).ToListAsync(Stop)));
        Assert.Equal("{\"v\": 12345}", Read(version));
        File.WriteAllText(Path.Combine(_folder.Path, "real.json"), "{\"v\": 12346}");
        File.SetLastWriteTimeUtc(Path.Combine(_folder.Path, "real.json"), DateTime.UnixEpoch);
        Assert.Contains("changed between listing and reading", Assert.Throws<StarliftException>(() => Read(version)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_to_nowhere_are_no_objects()
    {
        _folder.Link("nowhere", "missing");
        _folder.Link("self", "self");

        Assert.Null(await _store.FindAsync("nowhere", Stop));
        Assert.Null(await _store.FindAsync("self", Stop));
        Assert.Equal("", await ListAsync(""));
    }

    [Theory]
    [InlineData("{}  ")]
    [InlineData("{} ")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_file_that_changed_since_it_was_listed_is_not_read(string? now)
    {
        var path = _folder.Write("a.json", "{ }");
        var version = (await _store.FindAsync("a.json", Stop))!;
        if (now is null)
        {
            File.Delete(path);
        }
        else
        {
            File.WriteAllText(path, now);
            File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        }

        var exception = Assert.Throws<StarliftException>(() => Read(version));

        Assert.Equal($"{version.Uri} changed between listing and reading", exception.Message);
        Assert.NotNull(exception.Hint);
    }

    [Fact]
    public async Task A_file_whose_folder_has_gone_has_changed()
    {
        _folder.Write("d/a.json", "{}");
        var version = (await _store.FindAsync("d/a.json", Stop))!;
        Directory.Delete(Path.Combine(_folder.Path, "d"), recursive: true);

        Assert.Contains("changed", Assert.Throws<StarliftException>(() => Read(version)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_begins_at_an_offset()
    {
        _folder.Write("a.json", "0123456789");
        var version = (await _store.FindAsync("a.json", Stop))!;

        using var reader = new StreamReader(_store.OpenRead(version, 7, version.Size - 7, Stop));

        Assert.Equal("789", await reader.ReadToEndAsync(Stop));
    }

    [Fact]
    public async Task A_folder_is_no_object()
    {
        _folder.Write("d/a.json", "{}");

        Assert.Null(await _store.FindAsync("d", Stop));
        Assert.Null(await _store.FindAsync("d/", Stop));
    }

    [Fact]
    public async Task A_named_pipe_is_empty_and_never_waited_for()
    {
        Run("mkfifo", Path.Combine(_folder.Path, "pipe"));

        var version = (await _store.FindAsync("pipe", Stop))!;

        Assert.Equal("", Read(version));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task What_may_not_be_read_says_so()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "root may read everything");
        var path = _folder.Write("d/a.json", "{}");
        var version = (await _store.FindAsync("d/a.json", Stop))!;
        File.SetUnixFileMode(path, UnixFileMode.None);
        Assert.Contains("can't read", Assert.Throws<StarliftException>(() => Read(version)).Message, StringComparison.Ordinal);
        File.SetUnixFileMode(Path.GetDirectoryName(path)!, UnixFileMode.UserExecute);

        var exception = await Assert.ThrowsAsync<StarliftException>(async () => await ListAsync(""));

        File.SetUnixFileMode(Path.GetDirectoryName(path)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Contains("can't list", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_with_NUL_is_refused() =>
        await Assert.ThrowsAsync<ConfigurationException>(async () => await _store.FindAsync("a\0b", Stop));

    static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    string Read(ObjectVersion version)
    {
        using var reader = new StreamReader(_store.OpenRead(version, 0, version.Size - 0, Stop));
        return reader.ReadToEnd();
    }

    async ValueTask<string> ListAsync(string prefix)
    {
        var listed = await _store.ListAsync(prefix, Stop).ToListAsync(Stop);
        return string.Join(' ', listed.Select(version => version.Uri[(_folder.Path.Length + 1)..]).Order(StringComparer.Ordinal));
    }
}
