using Starlift.Sql.Meaning.Types;

namespace Starlift.SqlTests.Meaning.Types;

public sealed class CommonTypeTests
{
    [Theory]
    [InlineData("smallint; bigint", "bigint")]
    [InlineData("integer; unknown", "integer")]
    [InlineData("unknown; date", "date")]
    [InlineData("unknown; unknown", "character varying(1)")]
    [InlineData("integer; double precision", "double precision")]
    [InlineData("date; timestamp without time zone", "timestamp without time zone")]
    [InlineData("timestamp without time zone; timestamp with time zone", "timestamp with time zone")]
    [InlineData("character(2); character varying(5)", "character varying(5)")]
    [InlineData("character varying(2); character varying", "character varying")]
    [InlineData("character(2); character(4)", "character(4)")]
    [InlineData("numeric(7,2); numeric(15,3); numeric(5,3)", "numeric(15,3)")]
    [InlineData("numeric(7,2); integer", "numeric(12,2)")]
    [InlineData("numeric(10,2); numeric(8,4)", "numeric(12,4)")]
    [InlineData("numeric(18,0); numeric(18,10)", "numeric(19,10)")]
    [InlineData("numeric(25,0); numeric(18,10)", "numeric(35,10)")]
    [InlineData("super; integer", "super")]
    [InlineData("boolean; boolean; unknown", "boolean")]
    public void Types_of_a_category_have_one_in_common(string types, string common) =>
        Assert.Equal(common, CommonTypes.Of(Read(types), out _)?.ToString());

    [Theory]
    [InlineData("integer; boolean")]
    [InlineData("integer; character varying(3)")]
    [InlineData("date; integer")]
    [InlineData("date; character varying(3)")]
    [InlineData("super; date")]
    [InlineData("unknown; integer; unknown; boolean")]
    public void Types_of_two_categories_have_none(string types)
    {
        Assert.Null(CommonTypes.Of(Read(types), out var mismatch));
        Assert.NotEqual(mismatch.First.Category, mismatch.Other.Category);
    }

    static DataType[] Read(string types) => [.. types.Split("; ").Select(TypeTexts.Read)];
}
