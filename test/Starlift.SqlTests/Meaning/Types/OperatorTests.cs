using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;

namespace Starlift.SqlTests.Meaning.Types;

public sealed class OperatorTests
{
    [Theory]
    [InlineData("smallint / smallint", "smallint")]
    [InlineData("integer / integer", "integer")]
    [InlineData("bigint / integer", "bigint")]
    [InlineData("smallint + integer", "integer")]
    [InlineData("integer * bigint", "bigint")]
    [InlineData("real / integer", "double precision")]
    [InlineData("real + real", "real")]
    [InlineData("numeric(8,2) + real", "double precision")]
    [InlineData("numeric(8,2) * double precision", "double precision")]
    [InlineData("integer ^ integer", "double precision")]
    [InlineData("integer & bigint", "bigint")]
    [InlineData("integer << integer", "integer")]
    [InlineData("unknown + integer", "integer")]
    [InlineData("bigint * unknown", "bigint")]
    public void Numbers_are_calculated_in_the_wider_type(string operation, string result) => Check(operation, result);

    [Theory]
    [InlineData("numeric(8,2) / numeric(8,2)", "numeric(17,9)")]
    [InlineData("numeric(8,2) + numeric(8,4)", "numeric(11,4)")]
    [InlineData("numeric(8,2) - numeric(8,4)", "numeric(11,4)")]
    [InlineData("numeric(8,2) * numeric(8,4)", "numeric(17,6)")]
    [InlineData("numeric(8,2) + numeric(8,2)", "numeric(9,2)")]
    [InlineData("numeric(8,2) * numeric(8,2)", "numeric(17,4)")]
    [InlineData("numeric(8,2) / numeric(8,4)", "numeric(17,7)")]
    [InlineData("numeric(8,4) / numeric(8,2)", "numeric(17,11)")]
    [InlineData("numeric(8,2) / smallint", "numeric(14,8)")]
    [InlineData("numeric(19,0) / numeric(19,0)", "numeric(38,19)")]
    [InlineData("numeric(19,2) / numeric(38,19)", "numeric(38,4)")]
    [InlineData("numeric(8,2) / numeric(8,7)", "numeric(17,4)")]
    [InlineData("numeric(19,2) * numeric(38,19)", "numeric(38,21)")]
    [InlineData("numeric(38,2) * numeric(21,0)", "numeric(38,2)")]
    [InlineData("numeric(3,1) % integer", "numeric(11,1)")]
    public void Computed_decimals_have_the_digits_that_the_manual_gives(string operation, string result) => Check(operation, result);

    [Theory]
    [InlineData("date + integer", "date")]
    [InlineData("integer + date", "date")]
    [InlineData("date - integer", "date")]
    [InlineData("date - date", "integer")]
    [InlineData("date + interval", "timestamp without time zone")]
    [InlineData("date + interval year to month", "date")]
    [InlineData("date - interval day to second", "timestamp without time zone")]
    [InlineData("timestamp without time zone + interval", "timestamp without time zone")]
    [InlineData("interval + timestamp with time zone", "timestamp with time zone")]
    [InlineData("timestamp without time zone - timestamp without time zone", "interval day to second")]
    [InlineData("timestamp without time zone - date", "interval day to second")]
    [InlineData("date - timestamp without time zone", "interval day to second")]
    [InlineData("timestamp without time zone - integer", "timestamp without time zone")]
    [InlineData("date + time without time zone", "timestamp without time zone")]
    [InlineData("time with time zone + date", "timestamp with time zone")]
    [InlineData("time without time zone + interval", "time without time zone")]
    [InlineData("interval + interval", "interval")]
    [InlineData("interval * integer", "interval")]
    [InlineData("bigint * interval", "interval")]
    [InlineData("interval / double precision", "interval")]
    [InlineData("timestamp without time zone + unknown", "timestamp without time zone")]
    public void Dates_and_intervals_are_calculated_with(string operation, string result) => Check(operation, result);

    [Theory]
    [InlineData("character varying(3) || character varying(4)", "character varying(7)")]
    [InlineData("character varying(3) + character varying(4)", "character varying(7)")]
    [InlineData("unknown + unknown", "character varying(2)")]
    [InlineData("unknown || integer", "character varying")]
    [InlineData("date || unknown", "character varying")]
    [InlineData("character(3) || character varying(4)", "character varying(7)")]
    [InlineData("binary varying || binary varying", "binary varying")]
    [InlineData("super || unknown", "character varying")]
    [InlineData("character varying(3) + integer", "character varying")]
    [InlineData("character varying(3) / integer", "double precision")]
    public void Texts_are_put_together(string operation, string result) => Check(operation, result);

    [Theory]
    [InlineData("super + integer", "super")]
    [InlineData("super = unknown", "boolean")]
    [InlineData("double precision * super", "super")]
    [InlineData("integer = character varying(3)", "boolean")]
    [InlineData("date < timestamp with time zone", "boolean")]
    [InlineData("boolean = unknown", "boolean")]
    [InlineData("boolean = integer", "boolean")]
    [InlineData("character(3) ~ unknown", "boolean")]
    public void Comparisons_are_boolean_and_super_stays_super(string operation, string result) => Check(operation, result);

    [Theory]
    [InlineData("character varying(3) = boolean")]
    [InlineData("date > integer")]
    [InlineData("integer || integer")]
    [InlineData("boolean || unknown")]
    [InlineData("boolean + integer")]
    [InlineData("date + date")]
    [InlineData("date * integer")]
    [InlineData("binary varying = character varying(3)")]
    [InlineData("super - date")]
    [InlineData("double precision & integer")]
    public void Operators_that_Redshift_has_not_are_none(string operation)
    {
        var (left, name, right) = Parts(operation);

        Assert.Null(Operators.Binary(name, left, right));
    }

    [Fact]
    public void A_number_beside_a_text_column_is_compared_as_a_text_and_a_decimal_as_a_decimal()
    {
        var integer = Operators.Binary(BinaryOperator.Greater, DataType.Integer, DataType.Varchar(10))!.Value;
        Assert.Equal((DataType.Text, DataType.Varchar(10)), (integer.Left, integer.Right));

        var number = Operators.Binary(BinaryOperator.Greater, DataType.Decimal(5, 2), DataType.Varchar(10))!.Value;
        Assert.Equal((DataType.Decimal(5, 2), TypeKind.Decimal), (number.Left, number.Right.Kind));
    }

    [Fact]
    public void A_prefix_operator_keeps_the_type()
    {
        Assert.Equal(DataType.Decimal(5, 2), Operators.Prefix(UnaryOperator.Minus, DataType.Decimal(5, 2))!.Value.Result);
        Assert.Equal(DataType.Super, Operators.Prefix(UnaryOperator.Minus, DataType.Super)!.Value.Result);
        Assert.Equal(DataType.DoublePrecision, Operators.Prefix(UnaryOperator.SquareRoot, DataType.Integer)!.Value.Result);
        Assert.Null(Operators.Prefix(UnaryOperator.Minus, DataType.Varchar(3)));
        Assert.Null(Operators.Prefix(UnaryOperator.Minus, DataType.Boolean));
    }

    static void Check(string operation, string result)
    {
        var (left, name, right) = Parts(operation);

        Assert.Equal(result, Operators.Binary(name, left, right)?.Result.ToString());
    }

    static (DataType Left, BinaryOperator Name, DataType Right) Parts(string operation)
    {
        foreach (var name in Enum.GetValues<BinaryOperator>())
        {
            if (operation.Split($" {OperatorSymbols.Of(name)} ") is [var left, var right])
            {
                return (TypeTexts.Read(left), name, TypeTexts.Read(right));
            }
        }

        throw new ArgumentException(operation);
    }
}
