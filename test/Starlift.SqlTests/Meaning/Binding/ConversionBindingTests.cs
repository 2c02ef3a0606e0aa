using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;

namespace Starlift.SqlTests.Meaning.Binding;

public sealed class ConversionBindingTests
{
    const string Tables = "create table t (i int, b bigint, v varchar(10), c char(5), d decimal(5,2), dt date, ts timestamp, f boolean, s super); ";

    [Theory]
    [InlineData("i = '10'", "i = 10:integer")]
    [InlineData("'10' = i", "10:integer = i")]
    [InlineData("d > '9.999'", "d > 9.999:numeric(4,3)")]
    [InlineData("dt = '2020-01-02'", "dt = 2020-01-02:date")]
    [InlineData("f = 't'", "f = t:boolean")]
    [InlineData("i > v", "(i as character varying) > v")]
    [InlineData("b < 1.0000000001", "(b as numeric(19,0)) < 1.0000000001:numeric(11,10)")]
    [InlineData("v > d", "(v as numeric(38,18)) > d")]
    [InlineData("v = c", "v = (c as character varying)")]
    [InlineData("i = b", "(i as bigint) = b")]
    [InlineData("dt < ts", "(dt as timestamp without time zone) < ts")]
    [InlineData("s.a = 5", "s.a = (5:integer as super)")]
    [InlineData("s.a = 'P'", "s.a = P:super")]
    [InlineData("f = 1", "f = (1:integer as boolean)")]
    public void Comparisons_convert_their_operands(string condition, string meaning) =>
        Assert.Equal(meaning, Text(Meanings.Select($"{Tables} select 1 from t where {condition}").Where!));

    [Theory]
    [InlineData("i + '5'", "i + 5:integer")]
    [InlineData("d * '2'", "d * 2:numeric(10,0)")]
    [InlineData("i + d", "(i as numeric(10,0)) + d")]
    [InlineData("'a' + 'b'", "a:character varying(1) + b:character varying(1)")]
    [InlineData("v || i", "v || (i as character varying)")]
    [InlineData("c || v", "(c as character varying(5)) || v")]
    [InlineData("coalesce(s.k, 0) + 1", "coalesce(s.k, (0:integer as super)) + (1:integer as super)")]
    [InlineData("v / 1000", "(v as double precision) / (1000:integer as double precision)")]
    [InlineData("coalesce(i, b)", "coalesce((i as bigint), b)")]
    [InlineData("case when f then i else d end", "case f (i as numeric(12,2)) (d as numeric(12,2))")]
    [InlineData("strpos(d, '.')", "strpos((d as character varying), .:character varying(1))")]
    [InlineData("nullif(i, '0')", "nullif(i, 0:integer)")]
    [InlineData("decode(dt, '2008-06-01', 'x')", "decode(dt, 2008-06-01:date, x:character varying(1))")]
    [InlineData("dateadd(month, 18, '2008-02-28')", "dateadd(Month 18:integer as bigint, 2008-02-28:timestamp without time zone)")]
    [InlineData("power(i, 2)", "power((i as double precision), (2:integer as double precision))")]
    public void Operators_and_functions_convert_their_arguments(string expression, string meaning) =>
        Assert.Equal(meaning, Text(Meanings.First($"{Tables} select {expression} from t")));

    [Theory]
    [InlineData("i in (1, 2.0, '3')", "(i as numeric(10,0)) in (1:integer as numeric(10,0)), 2.0:numeric(2,1), 3:numeric(10,0)")]
    [InlineData("v in ('a', 'b')", "v in a:character varying, b:character varying")]
    [InlineData("(i, v) in ((1, 'x'))", "i, v in 1:integer, x:character varying")]
    [InlineData("dt between '2020-01-01' and ts", "dt >= 2020-01-01:date & (dt as timestamp without time zone) <= ts")]
    public void Conditions_convert_their_values(string condition, string meaning) =>
        Assert.Equal(meaning, Text(Meanings.Select($"{Tables} select 1 from t where {condition}").Where!));

    [Theory]
    [InlineData("select v = f from t", "42883", "operator does not exist: character varying = boolean")]
    [InlineData("select dt > i from t", "42883", "operator does not exist: date > integer")]
    [InlineData("select i || b from t", "42883", "operator does not exist: integer || bigint")]
    [InlineData("select -v from t", "42883", "operator does not exist: - character varying")]
    [InlineData("select dt::int from t", "42846", "cannot cast type date to integer")]
    [InlineData("select cast(f as varchar) from t", "42846", "cannot cast type boolean to character varying")]
    [InlineData("select true::varchar(5)", "42846", "cannot cast type boolean to character varying")]
    [InlineData("select v::boolean from t", "42846", "cannot cast type character varying to boolean")]
    [InlineData("select dt::super from t", "42846", "cannot cast type date to super")]
    [InlineData("select try_cast(s as date) from t", "42846", "cannot cast type super to date")]
    [InlineData("select 1::nosuch", "42704", "type \"nosuch\" does not exist")]
    [InlineData("select 1::decimal(39,0)", "22023", "DECIMAL precision 39 must be between 1 and 38")]
    [InlineData("select object('k', dt) from t", "42846", "OBJECT could not convert type date to super")]
    [InlineData("select i = 'abc' from t", "22P02", "invalid input syntax for integer: \"abc\"")]
    [InlineData("select '12415410808'::int", "22003", "value \"12415410808\" is out of range for type integer")]
    [InlineData("select 'maybe'::boolean", "22P02", "invalid input syntax for type boolean: \"maybe\"")]
    [InlineData("select date '2020-02-30'", "22008", "date/time field value out of range: \"2020-02-30\"")]
    [InlineData("select dt = 'abc' from t", "22007", "invalid input syntax for type date: \"abc\"")]
    [InlineData("select coalesce(null, 'Amazon Redshift', 12)", "22P02", "invalid input syntax for integer: \"Amazon Redshift\"")]
    [InlineData("select coalesce(i, f) from t", "42804", "COALESCE types integer and boolean cannot be matched")]
    [InlineData("select case when f then i else 'x'::varchar end from t", "42804", "CASE types integer and character varying cannot be matched")]
    [InlineData("select concat(v, '.', v) from t", "42883", "function concat(character varying, \"unknown\", character varying) does not exist")]
    [InlineData("select dateadd(fortnight, 1, dt) from t", "22023", "\"fortnight\" is not a valid date part")]
    public void What_does_not_convert_is_told_in_Redshifts_words(string query, string state, string message)
    {
        var refusal = Meanings.Refusal(Tables + query);

        Assert.Equal((state, message), (refusal.State, refusal.Message));
    }

    static string Text(BoundExpression expression) => expression switch
    {
        BoundColumn column => column.Name,
        BoundPath path => $"{Text(path.Root)}.{string.Join('.', path.Steps.Select(step => step.Attribute))}",
        BoundLiteral literal => $"{literal.Text}:{literal.Type}",
        BoundConversion { How: ConversionKind.Implicit } conversion => $"({Text(conversion.Operand)} as {conversion.Type})",
        BoundBinary binary => $"{Text(binary.Left)} {OperatorSymbols.Of(binary.Operator)} {Text(binary.Right)}",
        BoundCall { DatePart: { } part } call => $"{call.Function.Name}({part} {string.Join(", ", call.Arguments.Select(Text)).Replace("(", "", StringComparison.Ordinal).Replace("),", ",", StringComparison.Ordinal)})",
        BoundCall call => $"{call.Function.Name}({string.Join(", ", call.Arguments.Select(Text))})",
        BoundCase @case => $"case {string.Join(' ', @case.Children.OfType<BoundExpression>().Select(Text))}",
        BoundIn list => $"{Text(list.Operand)} in {string.Join(", ", list.Items.Select(Text))}",
        BoundRow row => string.Join(", ", row.Items.Select(Text)),
        BoundBetween between => $"{Text(between.Low)} & {Text(between.High)}",
        _ => expression.GetType().Name,
    };
}
