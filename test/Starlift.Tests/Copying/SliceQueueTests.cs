using CsCheck;
using Starlift.Copying;
using Starlift.Objects;

namespace Starlift.Tests.Copying;

public sealed class SliceQueueTests
{
    [Fact]
    public void Slices_cover_every_object_once_and_in_order() => Gen.Select(Gen.Int[0, 500].Array[0, 5], Gen.Int[1, 100], Gen.Bool).Sample((sizes, sliceSize, canSplit) =>
    {
        var objects = sizes.Select((size, i) => new ObjectVersion($"{i}", "1", size)).ToList();
        var queue = new SliceQueue(objects, canSplit, sliceSize);
        for (var i = 0; i < objects.Count; i++)
        {
            long at = 0;
            var count = queue.SliceCount(objects[i]);
            Assert.Equal(canSplit ? Math.Max(1, sizes[i] / sliceSize) : 1, count);
            for (var index = 0; index < count; index++)
            {
                var slice = queue.Take()!;
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
        Assert.Equal(12, new SliceQueue([], canSplit: true).SliceCount(new ObjectVersion("a", "1", 100L * 1024 * 1024)));
}
