namespace Starlift.Sql.Meaning.Functions;

/// <summary>Amazon Redshift: "Data type formatting functions".</summary>
static class FormatFunctions
{
    public static FunctionRow[] Rows =>
    [
        new("to_char", "timestamp, text -> varchar | timestamptz, text -> varchar | date, text -> varchar | time, text -> varchar | number, text -> varchar | interval, text -> varchar", "TO_CHAR function"),
        new("to_date", "text, text, boolean? -> date", "TO_DATE function"),
        new("to_timestamp", "text, text, boolean? -> timestamptz", "TO_TIMESTAMP function") { Volatility = Volatility.Stable },
        new("to_number", "text, text -> decimal(38,10)", "TO_NUMBER function"),
        new("text_to_int_alt", "text, text? -> integer", "TEXT_TO_INT_ALT function"),
        new("text_to_numeric_alt", "text, text?, integer?, integer? -> decimal(38) | text, integer, integer -> decimal(38)", "TEXT_TO_NUMERIC_ALT function"),
    ];
}
