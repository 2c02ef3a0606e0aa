using CsCheck;
using Starlift.Copying;
using Starlift.Objects;

namespace Starlift.Tests.Copying;

public sealed class SliceQueueTests
{
    readonly List<TrackedStream> _opened = [];

    [Fact]
    public void Without_streams_ahead_a_slice_is_opened_by_whoever_takes_it()
    {
        using var queue = QueueOf(objects: 3, ahead: 0);
        using var read = queue.Take();
        Assert.Empty(_opened);
        read!.Take();
        Assert.Equal(["0"], _opened.Select(stream => stream.Name));
    }

    [Fact]
    public void As_many_streams_are_open_ahead_as_the_store_wants()
    {
        using var queue = QueueOf(objects: 5, ahead: 2);
        Assert.Equal("0", queue.Take()!.Slice.Object.Uri);
        Assert.Equal(["0", "1", "2"], _opened.Select(stream => stream.Name));
        Assert.Equal("1", queue.Take()!.Slice.Object.Uri);
        Assert.Equal(["0", "1", "2", "3"], _opened.Select(stream => stream.Name));
    }

    [Fact]
    public void Every_slice_is_handed_out_once_and_in_order()
    {
        using var queue = QueueOf(objects: 5, ahead: 3, size: 25, sliceSize: 10);
        var taken = new List<string>();
        while (queue.Take() is { } read)
        {
            taken.Add($"{read.Slice.Object.Uri}:{read.Slice.Index}");
        }

        Assert.Equal(["0:0", "0:1", "1:0", "1:1", "2:0", "2:1", "3:0", "3:1", "4:0", "4:1"], taken);
    }

    [Fact]
    public async Task A_slice_whose_bytes_are_to_come_holds_up_no_other()
    {
        using var queue = QueueOf(objects: 5, ahead: 2, waitingFor: ["0", "3"]);
        Assert.Equal("1", queue.Take()!.Slice.Object.Uri);
        Assert.Equal("2", queue.Take()!.Slice.Object.Uri);
        Assert.Equal("4", queue.Take()!.Slice.Object.Uri);

        var last = Task.Run(() => (queue.Take()!.Slice.Object.Uri, queue.Take()!.Slice.Object.Uri, queue.Take()));
        Assert.NotSame(last, await Task.WhenAny(last, Task.Delay(50, TestContext.Current.CancellationToken)));
        _opened[3].Arrive();
        _opened[0].Arrive();
        Assert.Equal(("3", "0", null), await last);
    }

    [Fact]
    public async Task Of_several_that_wait_for_the_last_slice_one_gets_it_and_the_others_get_none()
    {
        using var queue = QueueOf(objects: 1, ahead: 1, waitingFor: ["0"]);
        var takers = Enumerable.Range(0, 3).Select(_ => Task.Run(queue.Take)).ToList();
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(takers, taker => taker.IsCompleted);

        _opened[0].Arrive();
        Assert.Single(await Task.WhenAll(takers).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken), read => read is not null);
    }

    [Fact]
    public async Task Closing_ends_the_wait_for_a_slice()
    {
        var queue = QueueOf(objects: 1, ahead: 1, waitingFor: ["0"]);
        var taken = Task.Run(queue.Take);
        while (_opened.Count == 0)
        {
            await Task.Yield();
        }

        queue.Dispose();
        Assert.Null(await taken);
        Assert.True(_opened[0].IsClosed);
    }

    [Fact]
    public void What_is_open_and_not_handed_out_is_closed_in_the_end()
    {
        var queue = QueueOf(objects: 5, ahead: 2);
        using var stream = queue.Take()!.Take();
        queue.Dispose();

        Assert.Equal([false, true, true], _opened.Select(opened => opened.IsClosed));
        Assert.Null(queue.Take());
    }

    [Fact]
    public void Slices_cover_every_object_once_and_in_order() => Gen.Select(Gen.Int[0, 500].Array[0, 5], Gen.Int[1, 100], Gen.Bool).Sample((sizes, sliceSize, canSplit) =>
    {
        var objects = sizes.Select((size, i) => new ObjectVersion($"{i}", "1", size)).ToList();
        using var queue = new SliceQueue(objects, canSplit, sliceSize, ahead: 0, _ => new MemoryStream());
        for (var i = 0; i < objects.Count; i++)
        {
            long at = 0;
            var count = queue.SliceCount(objects[i]);
            Assert.Equal(canSplit ? Math.Max(1, sizes[i] / sliceSize) : 1, count);
            for (var index = 0; index < count; index++)
            {
                var slice = queue.Take()!.Slice;
                Assert.Equal((objects[i], i, index, at), (slice.Object, slice.ObjectIndex, slice.Index, slice.Start));
                Assert.Equal(index == count - 1, slice.IsLast);
                at = slice.End;
            }
        }

        Assert.Null(queue.Take());
        Assert.Null(queue.Take());
    });

    [Fact]
    public void A_slice_has_8_MiB_by_default() =>
        Assert.Equal(12, QueueOf(objects: 0, ahead: 0).SliceCount(new ObjectVersion("a", "1", 100L * 1024 * 1024)));

    SliceQueue QueueOf(int objects, int ahead, long size = 1, long sliceSize = SliceQueue.LargestSlice, params IReadOnlyList<string> waitingFor) => new(
        [.. Enumerable.Range(0, objects).Select(i => new ObjectVersion($"{i}", "v", size))],
        canSplit: true,
        sliceSize,
        ahead,
        slice =>
        {
            var stream = new TrackedStream(slice.Object.Uri);
            if (!waitingFor.Contains(stream.Name))
            {
                stream.Arrive();
            }

            _opened.Add(stream);
            return stream;
        });

    sealed class TrackedStream(string name) : MemoryStream, IReadAhead
    {
        readonly TaskCompletionSource _arrived = new();

        public Task FirstRead => _arrived.Task;

        public string Name => name;

        public bool IsClosed => !CanRead;

        public void Arrive() => _arrived.SetResult();
    }
}
