using Starlift.Checks;
using Starlift.Warehouses;

namespace Starlift.Tests.Checks;

public sealed class ExampleRowsTests
{
    [Fact]
    public void A_value_ends_neither_its_text_nor_its_line() => Assert.Equal(
        ["a = 'it''s', b = 'x' || chr(13) || '' || chr(10) || 'y', c d = 1"],
        ExampleRows.Of(new QueryResult(["a", "b", "c\nd"], [["it's", "x\r\ny", 1]])));
}
