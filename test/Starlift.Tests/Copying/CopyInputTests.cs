using System.Text;
using Starlift.Copying;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Tests.Objects;

namespace Starlift.Tests.Copying;

public sealed class CopyInputTests
{
    const string ThreeBad = "{\"v\":1}\n{\"v\":\"a\"}\n{x}\n{\"v\":2}\ntext\n{\"v\":3}";

    [Theory]
    [InlineData("", true)]
    [InlineData("maxerror 0", true)]
    [InlineData("maxerror 1", true)]
    [InlineData("maxerror 2", true)]
    [InlineData("maxerror 3", true)]
    [InlineData("maxerror 4", false)]
    [InlineData("maxerror 100000", false)]
    [InlineData("ignoreallerrors", false)]
    public void A_load_fails_when_as_many_errors_are_met_as_MAXERROR_says(string options, bool fails)
    {
        var outcome = new SampleCopy { Columns = "v int", Options = $"'auto' {options}" }.Load(ThreeBad);

        Assert.Equal(fails, outcome.Result.Failed);
        if (!fails)
        {
            Assert.Equal(["1", "2", "3"], outcome.Rows);
            Assert.Equal(3, outcome.Result.RowsLoaded);
        }
        else
        {
            Assert.Equal(0, outcome.Result.RowsLoaded);
        }
    }

    [Fact]
    public void An_object_is_whole_when_all_of_its_slices_were_read_to_their_ends()
    {
        var store = new MemoryObjectStore();
        ObjectVersion[] versions = [.. Enumerable.Range(0, 3).Select(i => store.Add($"s3://b/{i}", Encoding.UTF8.GetBytes("{\"v\":1}\n{\"v\":2}\n{\"v\":3}\n")))];
        var copy = new SampleCopy();
        using var input = new CopyInput(copy.Prepare(), versions, store, new CopyProgress(), sliceSize: 8, copy.BlockSize, CancellationToken.None);
        var sink = new TextSink(input.Copy.Columns, 4);
        using (var reader = input.OpenReader())
        {
            // All three of the first object, and one of the second.
            Assert.Equal(4, reader.Read(ref sink, 4));
        }

        Assert.Equal([true, false, false], input.Finish(4).Objects.Select(counts => counts.IsWhole));
    }

    [Theory]
    [InlineData("")]
    [InlineData("gzip")]
    [InlineData("bzip2")]
    [InlineData("zstd")]
    public async Task A_file_that_is_overwritten_in_place_while_it_is_loaded_fails_the_load(string option)
    {
        using var folder = new ScratchFolder();
        var random = new Random(1);
        var lines = string.Concat(Enumerable.Range(0, 20_000).Select(_ => $"{{\"v\":\"{random.NextInt64():x}{random.NextInt64():x}\"}}\n"));
        var path = Path.Combine(folder.Path, "a");
        await File.WriteAllBytesAsync(path, Compressed.By(option, Encoding.UTF8.GetBytes(lines)), TestContext.Current.CancellationToken);
        var store = new LocalObjectStore(folder.Path);
        var version = (await store.FindAsync("a", TestContext.Current.CancellationToken))!;
        var copy = new SampleCopy { Options = $"'auto' {option}" };
        using var input = new CopyInput(copy.Prepare(), [version], store, new CopyProgress(), copy.SliceSize, copy.BlockSize, CancellationToken.None);
        var sink = new TextSink(input.Copy.Columns, 7);
        using var reader = input.OpenReader();
        Assert.Equal(7, reader.Read(ref sink, 7));
        Assert.Equal(7, sink.Take(7).Count());

        using (var writer = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            writer.Write("x"u8);
        }

        var exception = Assert.Throws<StarliftException>(() =>
        {
            while (reader.Read(ref sink, 7) is > 0 and var count)
            {
                Assert.Equal(count, sink.Take(count).Count());
            }
        });
        Assert.Equal($"{version.Uri} changed while it was read", exception.Message);
        Assert.False(input.Finish(0).Objects[0].IsWhole);
    }

    [Theory]
    [InlineData("{\"v\":1}")]
    [InlineData("{x}\n")]
    [InlineData("text\n")]
    [InlineData(",")]
    public void Reading_stops_where_the_load_has_failed(string bad)
    {
        var outcome = new SampleCopy { Columns = "v int not null, w int not null" }.Load(string.Concat(Enumerable.Repeat(bad, 1_000)));
        var stopped = new SampleCopy { Columns = "v int not null, w int not null", Options = "'auto' maxerror 5" }.Load(string.Concat(Enumerable.Repeat(bad, 1_000)));

        Assert.InRange(outcome.Rejects.Count, 1, 1_000);
        Assert.Equal(Math.Min(5, outcome.Rejects.Count), stopped.Rejects.Count);
    }

    [Fact]
    public void NOLOAD_reads_and_rejects_and_loads_nothing()
    {
        var outcome = new SampleCopy { Columns = "v int", Options = "'auto' noload maxerror 9" }.Load(ThreeBad);

        Assert.Equal((3, 0), (outcome.Rejects.Count, outcome.Result.RowsLoaded));
        Assert.True(new SampleCopy { Columns = "v int", Options = "'auto' noload" }.Load(ThreeBad).Result.Failed);
    }

    [Fact]
    public void Progress_ends_at_what_there_was()
    {
        var store = new MemoryObjectStore();
        ObjectVersion[] versions = [store.Add("s3://b/1", "{\"v\":1}\n{\"v\":2}\n{x}\n{\"v\":3}"u8), store.Add("s3://b/2", ""u8)];
        var progress = new CopyProgress();
        using var input = new CopyInput(new SampleCopy().Prepare(), versions, store, progress, 8, 8, CancellationToken.None);
        using (var reader = input.OpenReader())
        {
            var sink = new TextSink(input.Copy.Columns, 100);
            while (reader.Read(ref sink, 100) is var count and > 0)
            {
                Assert.Equal(count, sink.Take(count).Count());
            }
        }

        Assert.Equal((versions.Sum(version => version.Size), 3, 2, 1), (progress.Bytes, progress.Rows, progress.Objects, progress.Rejects));
    }

    [Fact]
    public void A_cancelled_load_stops_every_reader()
    {
        using var cancel = new CancellationTokenSource();
        var store = new MemoryObjectStore();
        using var input = new CopyInput(
            new SampleCopy { Options = "'auto' ignoreallerrors" }.Prepare(), [store.Add("s3://b/1", "text\n{\"v\":1}"u8)], store, new CopyProgress(), cancel.Token);
        using var reader = input.OpenReader();
        cancel.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
        {
            var sink = new TextSink(input.Copy.Columns, 1);
            reader.Read(ref sink, 1);
        });
    }

    [Fact]
    public async Task Readers_on_threads_of_their_own_share_the_work()
    {
        var lines = Enumerable.Range(0, 20_000).Select(i => i % 100 == 7 ? $"{{\"v\":\"x{i}\"}}" : $"{{\"v\":{i}}}").ToList();
        var store = new MemoryObjectStore();
        var data = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines));
        using var input = new CopyInput(
            new SampleCopy { Columns = "v int" }.Prepare(), [store.Add("s3://b/1", data)], store, new CopyProgress(), 1_000, 512, CancellationToken.None);

        var rows = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Drain(input))));
        using var result = input.Finish(rows.Sum(read => read.Count));

        Assert.Equal(lines.Where((_, i) => i % 100 != 7).Order(), rows.SelectMany(read => read).Select(row => $"{{\"v\":{row}}}").Order());
        Assert.Equal(
            lines.Select((line, i) => (line, i + 1L)).Where(record => record.Item2 % 100 == 8),
            result.Rejects.OrderBy(reject => reject.ByteOffset).Select(reject => (reject.RawRecord, reject.FirstLine)));
        Assert.Equal(0, store.OpenStreams);
    }

    [Fact]
    public void Lines_of_a_load_given_up_are_counted_once_a_slice_and_only_where_no_reader_was()
    {
        var reads = 0;
        var store = new MemoryObjectStore { BeforeRead = _ => reads++ };
        var data = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"v\":1}\n", 1_000)) + string.Concat(Enumerable.Repeat("{\"v\":x}\n", 1_000)));
        var version = store.Add("s3://b/1", data);
        using var input = new CopyInput(new SampleCopy { Options = "'auto' maxerror 900" }.Prepare(), [version], store, new CopyProgress(), 4_000, 512, CancellationToken.None);
        using (var late = input.OpenReader())
        using (var reader = input.OpenReader())
        {
            var sink = new TextSink(input.Copy.Columns, 1);
            Assert.Equal(1, late.Read(ref sink, 1));
            Assert.Single(sink.Take(1));
            Assert.Throws<LoadAbortedException>(() => Drain(reader, input));
        }

        using var result = input.Finish(0);
        reads = 0;
        var lines = result.Rejects.Select(reject => reject.FirstLine).Order().ToList();

        Assert.Equal(Enumerable.Range(1_001, 900).Select(line => (long)line), lines);
        Assert.InRange(reads, 1, 10);
    }

    [Fact]
    public void A_load_keeps_its_rejects_and_another_load_has_its_own()
    {
        var outcome = new SampleCopy { Columns = "v int" }.Load(ThreeBad);
        using var input = new CopyInput(new SampleCopy().Prepare(), [], new MemoryObjectStore(), new CopyProgress(), CancellationToken.None);

        Assert.Equal(3, outcome.Rejects.Count);
        Assert.Empty(input.Finish(0).Rejects);
        outcome.Result.Dispose();
    }

    [Fact]
    public void What_a_store_can_not_open_is_its_own_exception()
    {
        var store = new MemoryObjectStore();

        var exception = Assert.Throws<StarliftException>(() => new SampleCopy().Load(store, [new ObjectVersion("s3://b/none", "1", 5)]));

        Assert.Contains("changed between listing and reading", exception.Message, StringComparison.Ordinal);
    }

    static List<string> Drain(CopyInput input)
    {
        using var reader = input.OpenReader();
        return Drain(reader, input);
    }

    static List<string> Drain(CopyReader reader, CopyInput input)
    {
        var sink = new TextSink(input.Copy.Columns, 50);
        var rows = new List<string>();
        while (reader.Read(ref sink, 50) is var count and > 0)
        {
            rows.AddRange(sink.Take(count));
        }

        return rows;
    }
}
