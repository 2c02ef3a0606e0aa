using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <summary>TO_CHAR, TO_DATE and TO_TIMESTAMP with the formats that DuckDB can be made to read and write.</summary>
static class DuckDbFormats
{
    /// <summary>The text that TO_CHAR makes of a date or a time.</summary>
    public static Fragment Write(CallText call) =>
        Fragment.Of(DuckDbDateFormat.Write(call.Refuse, Value(call), Format(call))).InBrackets();

    /// <summary>The text that TO_CHAR makes of a number.</summary>
    public static Fragment Number(CallText call) => Fragment.Of(DuckDbNumberFormat.Write(call.Refuse, call[0].ToString(), Format(call))).InBrackets();

    /// <summary>The TIMESTAMP that a text stands for.</summary>
    public static Fragment Read(CallText call) => Fragment.Of(DuckDbDateFormat.Read(call.Refuse, call[0].Bare.ToString(), Format(call)));

    static string Value(CallText call) => (call.TypeOf(0).Kind is TypeKind.Time or TypeKind.TimeTz ? (Fragment)$"(DATE '1970-01-01' + {call[0]})" : call[0]).ToString();

    static string Format(CallText call) =>
        call.Text(1) ?? throw call.Refuse($"the format of {call.Bound.Function.Name.ToUpperInvariant()} is no string", "on DuckDB it has to be a 'string'");
}
