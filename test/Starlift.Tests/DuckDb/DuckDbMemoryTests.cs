using Starlift.DuckDb;

namespace Starlift.Tests.DuckDb;

public sealed class DuckDbMemoryTests
{
    [Theory]
    [InlineData("953 bytes", 953)]
    [InlineData("0 bytes", 0)]
    [InlineData("1.0 KiB", 1024)]
    [InlineData("512.5 MiB", 537_395_200)]
    [InlineData("1.8 GiB", 1_932_735_283)]
    [InlineData("16383.9 PiB", long.MaxValue)]
    public void What_DuckDB_shows_is_read(string shown, long bytes) => Assert.Equal(bytes, DuckDbMemory.BytesOf(shown));
}
