using Starlift.Sql.Parsing;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;
using Starlift.SqlTests.Tree;

namespace Starlift.SqlTests.Parsing;

public sealed class ExpressionParserTests
{
    [Theory]
    [InlineData("a or b and c", "(a Or (b And c))")]
    [InlineData("not a = 1 and b", "((Not (a Equal 1)) And b)")]
    [InlineData("1 + 2 * 3 - 4", "((1 Add (2 Multiply 3)) Subtract 4)")]
    [InlineData("2 ^ 3 ^ 2", "((2 Power 3) Power 2)")]
    [InlineData("-2 ^ 2", "((Minus 2) Power 2)")]
    [InlineData("-32768::smallint", "(Minus (32768 :: smallint))")]
    [InlineData("- - 1", "(Minus (Minus 1))")]
    [InlineData("'a' || 'b' = 'ab'", "(('a' Concatenate 'b') Equal 'ab')")]
    [InlineData("'a' || 'b' like 'a%'", "(('a' Concatenate 'b') Like 'a%')")]
    [InlineData("1 + 1 between 1 and 2 and c", "(((1 Add 1) between 1 2) And c)")]
    [InlineData("not 3 not between 1 and 2 * 2", "(Not (3 not between 1 (2 Multiply 2)))")]
    [InlineData("a = b is null", "(a Equal (b Null))")]
    [InlineData("a + 1 is not null", "((a Add 1) not Null)")]
    [InlineData("a notnull", "(a not Null)")]
    [InlineData("1 in (1, 2) and true", "((1 in 1 2) And true)")]
    [InlineData("a & 3 | 4", "((a BitwiseAnd 3) BitwiseOr 4)")]
    [InlineData("~ a + 1", "(BitwiseNot (a Add 1))")]
    [InlineData("@ a * 2", "(Absolute (a Multiply 2))")]
    [InlineData("a::date + 1", "((a :: date) Add 1)")]
    [InlineData("ts at time zone 'utc' + x", "((ts at 'utc') Add x)")]
    [InlineData("t.a[0].b::int = 1", "((((t.a [] 0) . b) :: int) Equal 1)")]
    [InlineData("a.id = b.id(+)", "(a.id Equal (b.id (+)))")]
    [InlineData("(1 + 2) * 3", "([(1 Add 2)] Multiply 3)")]
    [InlineData("a <> 1 and b != 2", "((a NotEqual 1) And (b NotEqual 2))")]
    [InlineData("x ilike 'a' || '%' escape '!'", "(x ILike ('a' Concatenate '%'))")]
    [InlineData("interval '1-2' year to month::varchar", "(interval '1-2' year to month :: varchar)")]
    [InlineData("timestamp with time zone '2020-01-01' at time zone 'utc'", "(timestamp with time zone '2020-01-01' at 'utc')")]
    [InlineData("a operator(pg_catalog.~) 'b' and c", "((a Match 'b') And c)")]
    [InlineData("a operator(+) b * c", "(a Add (b Multiply c))")]
    public void Operators_take_what_Redshift_lets_them_take(string sql, string brackets) => Assert.Equal(brackets, Brackets.Of(Parse(sql), sql));

    [Theory]
    [InlineData("count(*)", typeof(FunctionCall))]
    [InlineData("left(a, 1)", typeof(FunctionCall))]
    [InlineData("approximate count(distinct a)", typeof(FunctionCall))]
    [InlineData("array(select 1)", typeof(ArrayQuery))]
    [InlineData("array(a, 1)", typeof(FunctionCall))]
    [InlineData("sysdate", typeof(KeywordCall))]
    [InlineData("extract(day from a)", typeof(ExtractCall))]
    [InlineData("extract('epoch' from a - b)", typeof(ExtractCall))]
    [InlineData("trim(both ' ' from a)", typeof(TrimCall))]
    [InlineData("trim(a)", typeof(FunctionCall))]
    [InlineData("trim(leading from a)", typeof(TrimCall))]
    [InlineData("substring(a from 2 for 3)", typeof(SubstringCall))]
    [InlineData("substring(a, 2, 3)", typeof(FunctionCall))]
    [InlineData("position('b' in a)", typeof(PositionCall))]
    [InlineData("overlay(a placing 'b' from 2)", typeof(OverlayCall))]
    [InlineData("date '2020-01-31'", typeof(TypedLiteral))]
    [InlineData("decimal(5,2) '1.5'", typeof(TypedLiteral))]
    [InlineData("date(a)", typeof(FunctionCall))]
    [InlineData("convert(decimal(8,2), a)", typeof(CastExpression))]
    [InlineData("try_cast(a as int)", typeof(CastExpression))]
    [InlineData("(a, b)", typeof(RowValue))]
    [InlineData("((select 1))", typeof(ScalarSubquery))]
    [InlineData("((select 1) + 2)", typeof(ParenthesizedExpression))]
    [InlineData("((select 1) union (select 2))", typeof(ScalarSubquery))]
    [InlineData("(a, b) in (select c, d from t)", typeof(InQueryExpression))]
    [InlineData("a = any (select 1)", typeof(QuantifiedComparison))]
    [InlineData("a <> all (array[1, 2])", typeof(QuantifiedComparison))]
    [InlineData("a is not distinct from null", typeof(DistinctFromExpression))]
    [InlineData("exists (select 1)", typeof(ExistsExpression))]
    [InlineData("array(1, 2)", typeof(FunctionCall))]
    [InlineData("array[1, 2]", typeof(ArrayExpression))]
    [InlineData("\"My Col\"", typeof(ColumnReference))]
    [InlineData("t.timestamp", typeof(ColumnReference))]
    [InlineData("$2", typeof(Placeholder))]
    [InlineData("?", typeof(Placeholder))]
    public void Each_construct_has_its_node(string sql, Type type) => Assert.IsType(type, Parse(sql));

    [Fact]
    public void A_call_keeps_what_stands_in_and_behind_its_brackets()
    {
        var call = Assert.IsType<FunctionCall>(Parse(
            "listagg(distinct a, ',') within group (order by b desc nulls last) over (partition by c)"));

        Assert.True(call.Distinct);
        Assert.Equal(2, call.Arguments.Count);
        Assert.True(Assert.Single(call.WithinGroup) is { Descending: true, NullsFirst: false });
        Assert.Single(call.Over!.Window!.PartitionBy);

        call = Assert.IsType<FunctionCall>(Parse("last_value(a ignore nulls) over (order by b rows between 1 preceding and unbounded following)"));
        Assert.Equal(NullTreatment.Ignore, call.Nulls);
        Assert.Equal(
            (FrameUnit.Rows, FrameBoundKind.Preceding, FrameBoundKind.UnboundedFollowing),
            (call.Over!.Window!.Frame!.Unit, call.Over.Window.Frame.Start.Kind, call.Over.Window.Frame.End!.Kind));

        Assert.NotNull(Assert.IsType<FunctionCall>(Parse("count(*) filter (where a > 1)")).Filter);
    }

    [Theory]
    [InlineData("varchar(max)", "varchar", "max")]
    [InlineData("character varying(10)", "character varying", "10")]
    [InlineData("double precision", "double precision", "")]
    [InlineData("numeric(10, 2)", "numeric", "10,2")]
    [InlineData("timestamp with time zone", "timestamp with time zone", "")]
    [InlineData("\"int\"", "int", "")]
    [InlineData("pg_catalog.int4", "int4", "")]
    [InlineData("national character varying(5)", "national character varying", "5")]
    public void Types_are_read_in_all_spellings(string type, string name, string arguments)
    {
        var cast = Assert.IsType<CastExpression>(Parse($"cast(a as {type})"));

        Assert.Equal((name, arguments), (cast.Type.Name, string.Join(',', cast.Type.Arguments.Select(argument => argument.Number?.ToString() ?? "max"))));
    }

    static Expression Parse(string sql) => SqlParser.ParseExpression(new SqlSource("a.sql", sql));
}
