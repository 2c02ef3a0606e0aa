using Starlift.Sql.Meaning.Functions;
using Starlift.Sql.Meaning.Types;
using Starlift.SqlTests.Meaning.Types;

namespace Starlift.SqlTests.Meaning.Functions;

public sealed class FunctionResolutionTests
{
    [Theory]
    [InlineData("abs(smallint)", "smallint")]
    [InlineData("abs(numeric(5,2))", "numeric(5,2)")]
    [InlineData("abs(super)", "super")]
    [InlineData("abs(unknown)", "double precision")]
    [InlineData("ascii(unknown)", "integer")]
    [InlineData("floor(real)", "real")]
    [InlineData("mod(integer, integer)", "integer")]
    [InlineData("mod(numeric(3,1), integer)", "numeric(11,1)")]
    [InlineData("round(double precision, integer)", "double precision")]
    [InlineData("trunc(timestamp without time zone)", "date")]
    [InlineData("trunc(numeric(5,2), integer)", "numeric(5,2)")]
    [InlineData("sqrt(unknown)", "double precision")]
    [InlineData("strpos(numeric(8,2), unknown)", "integer")]
    [InlineData("split_part(timestamp without time zone, unknown, integer)", "character varying")]
    [InlineData("concat(binary varying, binary varying)", "binary varying")]
    [InlineData("upper(character varying(20))", "character varying(20)")]
    [InlineData("len(binary varying)", "integer")]
    [InlineData("checksum(numeric(8,2))", "integer")]
    [InlineData("to_hex(integer)", "character varying")]
    [InlineData("murmur3_32_hash(unknown)", "integer")]
    public void Scalar_functions_take_the_signature_that_fits_best(string call, string result) => Check(call, result);

    [Theory]
    [InlineData("dateadd(unknown, integer, unknown)", "timestamp without time zone")]
    [InlineData("dateadd(unknown, integer, date)", "timestamp without time zone")]
    [InlineData("dateadd(unknown, bigint, time without time zone)", "time without time zone")]
    [InlineData("datediff(unknown, date, timestamp without time zone)", "bigint")]
    [InlineData("date_part(unknown, timestamp without time zone)", "double precision")]
    [InlineData("extract(unknown, time without time zone)", "integer")]
    [InlineData("extract(unknown, timestamp with time zone)", "double precision")]
    [InlineData("date_trunc(unknown, date)", "timestamp without time zone")]
    [InlineData("last_day(timestamp without time zone)", "date")]
    [InlineData("last_day(unknown)", "date")]
    [InlineData("months_between(unknown, unknown)", "double precision")]
    [InlineData("next_day(unknown, unknown)", "date")]
    [InlineData("timezone(unknown, timestamp without time zone)", "timestamp with time zone")]
    [InlineData("timezone(unknown, timestamp with time zone)", "timestamp without time zone")]
    [InlineData("to_timestamp(unknown, unknown)", "timestamp with time zone")]
    [InlineData("convert_timezone(unknown, unknown, unknown)", "timestamp without time zone")]
    public void Date_functions_give_what_their_argument_is(string call, string result) => Check(call, result);

    [Theory]
    [InlineData("avg(smallint)", "bigint")]
    [InlineData("sum(integer)", "bigint")]
    [InlineData("avg(numeric(8,2))", "numeric(38,2)")]
    [InlineData("sum(real)", "double precision")]
    [InlineData("avg(super)", "super")]
    [InlineData("count()", "bigint")]
    [InlineData("count(boolean)", "bigint")]
    [InlineData("max(character varying(10))", "character varying(10)")]
    [InlineData("min(numeric(6,2))", "numeric(6,2)")]
    [InlineData("median(date)", "date")]
    [InlineData("percentile_cont(numeric(2,1), timestamp without time zone)", "timestamp without time zone")]
    [InlineData("percentile_disc(numeric(2,1), numeric(8,2))", "numeric(8,2)")]
    [InlineData("bool_and(boolean)", "boolean")]
    [InlineData("bool_or(integer)", "boolean")]
    [InlineData("listagg(integer, unknown)", "character varying(65535)")]
    [InlineData("rank()", "integer")]
    [InlineData("lag(date, integer)", "date")]
    public void Aggregates_give_the_types_of_the_manual(string call, string result) => Check(call, result);

    [Theory]
    [InlineData("coalesce(unknown, integer, unknown)", "integer")]
    [InlineData("coalesce(numeric(7,2), integer)", "numeric(12,2)")]
    [InlineData("nvl(date, date)", "date")]
    [InlineData("greatest(character varying(3), character varying(5))", "character varying(5)")]
    [InlineData("nullif(integer, unknown)", "integer")]
    [InlineData("decode(integer, unknown, integer, unknown)", "integer")]
    [InlineData("decode(integer, integer, unknown, integer, unknown)", "character varying(1)")]
    [InlineData("nvl2(integer, unknown, integer)", "character varying")]
    [InlineData("decode(integer, integer, character varying(2), integer, integer)", "character varying")]
    [InlineData("nvl2(integer, smallint, bigint)", "bigint")]
    [InlineData("array(integer, boolean, unknown)", "super")]
    [InlineData("array_contains(super, integer)", "boolean")]
    public void Conditional_functions_give_the_common_type(string call, string result) => Check(call, result);

    [Theory]
    [InlineData("nofunc(integer)", "function nofunc(integer) does not exist")]
    [InlineData("max(boolean)", "function max(boolean) does not exist")]
    [InlineData("sum(boolean)", "function sum(boolean) does not exist")]
    [InlineData("sum(date)", "function sum(date) does not exist")]
    [InlineData("concat(character varying(3), unknown, character varying(3))", "function concat(character varying, \"unknown\", character varying) does not exist")]
    [InlineData("upper(boolean)", "function upper(boolean) does not exist")]
    [InlineData("upper(super)", "function upper(super) does not exist")]
    [InlineData("to_timestamp(integer)", "function to_timestamp(integer) does not exist")]
    [InlineData("to_timestamp(bigint)", "function to_timestamp(bigint) does not exist")]
    [InlineData("regexp_matches(character varying(9), unknown)", "function regexp_matches(character varying, \"unknown\") does not exist")]
    [InlineData("to_char(date)", "function to_char(date) does not exist")]
    [InlineData("array_flatten(character varying(3))", "function array_flatten(character varying) does not exist")]
    public void A_call_that_nothing_fits_is_told_in_Redshifts_words(string call, string message)
    {
        var (name, arguments) = Parts(call);

        Assert.Null(FunctionResolution.Find(name, arguments));
        Assert.Equal(message, FunctionResolution.NoSuchFunction(name, arguments));
    }

    [Fact]
    public void Every_signature_can_be_read_and_every_other_name_has_a_function_of_its_own()
    {
        foreach (var row in FunctionCatalogue.All())
        {
            Assert.NotEmpty(row.Overloads);
            Assert.NotEmpty(row.Page);
            Assert.Equal(row.Name.ToLowerInvariant(), row.Name);
            Assert.True(row.SameAs is null || FunctionCatalogue.Find(row.SameAs) is { SameAs: null });
        }
    }

    static void Check(string call, string result)
    {
        var (name, arguments) = Parts(call);

        Assert.Equal(result, FunctionResolution.Find(name, arguments)?.Result.ToString());
    }

    static (string Name, DataType[] Arguments) Parts(string call)
    {
        var bracket = call.IndexOf('(', StringComparison.Ordinal);
        return (call[..bracket], [.. call[(bracket + 1)..^1].Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(TypeTexts.Read)]);
    }
}
