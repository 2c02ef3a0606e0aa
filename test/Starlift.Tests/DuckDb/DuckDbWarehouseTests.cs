using Starlift.DuckDb;
using Starlift.Errors;
using Starlift.Objects;

namespace Starlift.Tests.DuckDb;

public sealed class DuckDbWarehouseTests
{
    [Fact]
    public async Task A_database_named_as_Starlifts_own_schema_is_refused()
    {
        var options = new DuckDbOptions { Path = Path.Combine(Path.GetTempPath(), "starlift.duckdb") };

        var exception = await Assert.ThrowsAsync<ConfigurationException>(() =>
            DuckDbWarehouse.OpenAsync(options, _ => null, new LocalObjectStore("."), TestContext.Current.CancellationToken));

        Assert.Equal("give the file another name", exception.Hint);
        Assert.False(File.Exists(options.Path));
    }
}
