using Starlift.Sql.Meaning.Types;

namespace Starlift.SqlTests.Meaning.Types;

public sealed class ConversionTests
{
    [Theory]
    [InlineData("smallint", "integer bigint numeric real, double precision, character, character varying")]
    [InlineData("bigint", "numeric real, double precision, character, character varying, oid")]
    [InlineData("numeric", "real, double precision, character, character varying")]
    [InlineData("real", "double precision, character, character varying")]
    [InlineData("character", "character varying")]
    [InlineData("character varying", "")]
    [InlineData("boolean", "")]
    [InlineData("binary varying", "")]
    [InlineData("super", "")]
    [InlineData("date", "character, character varying, timestamp without time zone, timestamp with time zone")]
    [InlineData("timestamp without time zone", "character, character varying, timestamp with time zone")]
    public void Expressions_convert_by_themselves_to_wider_types_and_to_texts(string from, string targets)
    {
        var expected = targets.Replace("integer bigint numeric real", "integer, bigint, numeric, real, oid").Replace("numeric real", "numeric, real")
            .Split(", ", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(expected.Order(), Targets(from, CastContext.Implicit).Order());
    }

    [Theory]
    [InlineData("bigint", "smallint, integer, boolean, super")]
    [InlineData("numeric", "smallint, integer, bigint, super")]
    [InlineData("timestamp with time zone", "date, time without time zone, time with time zone, timestamp without time zone")]
    [InlineData("boolean", "super")]
    [InlineData("character varying", "character, super, name, \"char\"")]
    public void Columns_take_what_loses_digits_or_the_time(string from, string targets) =>
        Assert.Equal(targets.Split(", ").Order(), Targets(from, CastContext.Assignment).Except(Targets(from, CastContext.Implicit)).Order());

    [Theory]
    [InlineData("date", "integer")]
    [InlineData("integer", "date")]
    [InlineData("timestamp without time zone", "integer")]
    [InlineData("integer", "timestamp without time zone")]
    [InlineData("boolean", "date")]
    [InlineData("boolean", "character varying")]
    [InlineData("boolean", "character")]
    [InlineData("numeric", "date")]
    [InlineData("numeric", "boolean")]
    [InlineData("double precision", "boolean")]
    [InlineData("character varying", "boolean")]
    [InlineData("date", "super")]
    public void Redshift_refuses_these_casts(string from, string to) =>
        Assert.False(Conversions.Exists(TypeTexts.Read(from).Kind, TypeTexts.Read(to).Kind, CastContext.Explicit));

    [Theory]
    [InlineData("boolean", "integer", true)]
    [InlineData("integer", "boolean", true)]
    [InlineData("character varying", "timestamp without time zone", true)]
    [InlineData("timestamp without time zone", "date", true)]
    [InlineData("super", "integer", true)]
    [InlineData("super", "date", false)]
    [InlineData("character varying", "boolean", false)]
    [InlineData("time without time zone", "time with time zone", false)]
    [InlineData("character varying", "binary varying", false)]
    public void TRY_CAST_takes_fewer_pairs_than_CAST(string from, string to, bool taken) =>
        Assert.Equal(taken, Conversions.CanTry(TypeTexts.Read(from).Kind, TypeTexts.Read(to).Kind));

    [Fact]
    public void An_untyped_literal_converts_to_everything()
    {
        foreach (var kind in Enum.GetValues<TypeKind>())
        {
            Assert.True(Conversions.Exists(TypeKind.Unknown, kind, CastContext.Implicit));
        }
    }

    static IEnumerable<string> Targets(string from, CastContext context) =>
        Enum.GetValues<TypeKind>().Where(to => to != TypeTexts.Read(from).Kind && Conversions.Exists(TypeTexts.Read(from).Kind, to, context)).Select(TypeNames.Bare);
}
