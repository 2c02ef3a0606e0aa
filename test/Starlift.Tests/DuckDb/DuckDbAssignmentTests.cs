using Starlift.Sql;

namespace Starlift.Tests.DuckDb;

public sealed class DuckDbAssignmentTests
{
    [Fact]
    public async Task NULL_of_a_longer_text_fits_a_shorter_column_and_blanks_are_cut()
    {
        await using var scratch = await ScratchWarehouse.OpenAsync();
        await scratch.CreateAsync("v varchar(3)");
        foreach (var statement in (string[])["create table longer (v varchar(99))", "insert into longer values (null), ('abc'), ('ab    ')", "insert into t select v from longer"])
        {
            await scratch.Warehouse.ExecuteAsync(SqlScript.Parse("i.sql", statement).Single(), TestContext.Current.CancellationToken);
        }

        Assert.Equal(["NULL", "ab ", "abc"], (await scratch.QueryAsync("select v from t")).Order(StringComparer.Ordinal));
    }
}
