using Starlift.DuckDb;

namespace Starlift.Tests.DuckDb;

public sealed class DuckDbReasonsTests
{
    [Theory]
    [InlineData("Catalog Error: Scalar Function with name pg_get_indexdef does not exist!", "function pg_get_indexdef does not exist")]
    [InlineData("Catalog Error: Table Function with name \"sp_fill\" does not exist!", "function sp_fill does not exist")]
    [InlineData("Binder Error: No function matches the given name and argument types 'obj_description(INTEGER_LITERAL, VARCHAR)'. You might need to add explicit type casts.", "function obj_description does not exist")]
    public void A_function_that_DuckDB_has_not_is_told_as_Redshift_tells_it(string message, string expected) => Assert.Equal(expected, DuckDbReasons.Of(message));
}
