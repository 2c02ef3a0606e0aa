using Starlift.Copying;

namespace Starlift.Tests.Copying;

public sealed class RejectSpoolTests
{
    [Fact]
    public async Task Rejects_of_any_size_come_back_as_they_were()
    {
        using var spool = new RejectSpool();
        var rejects = Enumerable.Range(0, 200).Select(i => Sample(i, new string('é', i * i))).ToList();

        await Task.WhenAll(rejects.Select((reject, i) => Task.Run(() => spool.Add(reject, i, i + 1))));

        Assert.Equal(200, spool.Count);
        Assert.Equal(rejects.Select((reject, i) => (reject, i, i + 1)), spool.Read().OrderBy(kept => kept.ObjectIndex));
        Assert.Equal(200, spool.Read().Count());
    }

    [Fact]
    public void Nothing_is_kept_of_nothing()
    {
        using var spool = new RejectSpool();

        Assert.Empty(spool.Read());
    }

    [Fact]
    public void Only_its_owner_may_read_the_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the folder of temporary files is the user's own");
        using var spool = new RejectSpool();
        spool.Add(Sample(1, ""), 0, 0);

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(spool.File!.SafeFileHandle));
        }
    }

    [Fact]
    public void A_killed_process_leaves_no_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows removes the file when the process ends, however that happens");
        using var spool = new RejectSpool();
        spool.Add(Sample(1, ""), 0, 0);

        Assert.False(File.Exists(spool.File!.Name));
        Assert.Single(spool.Read());
    }

    [Fact]
    public void The_file_is_gone_with_the_spool()
    {
        var spool = new RejectSpool();
        spool.Add(Sample(1, ""), 0, 0);
        var file = spool.File!;
        Assert.True(file.CanWrite);

        spool.Dispose();

        Assert.False(file.CanWrite);
        Assert.False(File.Exists(file.Name));
        Assert.Null(spool.File);
    }

    static Reject Sample(int number, string raw) => new()
    {
        Object = $"s3://bucket/{number}",
        FirstLine = number,
        LastLine = long.MaxValue - number,
        ByteOffset = number * 10L,
        Column = "c",
        Type = "t",
        Length = "18, 0",
        Position = number,
        Code = LoadErrorCode.InvalidSuper,
        Reason = "why",
        RawRecord = raw,
        RawValue = "v",
    };
}
