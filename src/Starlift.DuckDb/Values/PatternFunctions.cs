using Starlift.DuckDb.Native.Scalars;
using Starlift.Sql.Values.Patterns;
using static Starlift.DuckDb.Native.Scalars.ScalarType;

namespace Starlift.DuckDb.Values;

/// <summary>Regular expressions: DuckDB's know neither look-around nor positions nor occurrences.</summary>
static class PatternFunctions
{
    static readonly Func<string, string, RegularExpression> Patterns = RegularExpression.Parse;

    static readonly Func<string, string, string> Similar = SimilarPattern.Regex;

    public static ScalarFunction[] All =>
    [
        new("starlift_regexp_count", [Text, Text, Integer, Text], Integer, static (ref c) => c.Return(c.Prepare(1, 3, Patterns).Count(c.Chars(0), c.Integer(2)))),
        new("starlift_regexp_instr", [Text, Text, Integer, Integer, Integer, Text], Integer, static (ref c) =>
            c.Return(c.Prepare(1, 5, Patterns).Position(c.Chars(0), c.Integer(2), c.Integer(3), c.Integer(4)))),
        new("starlift_regexp_replace", [Text, Text, Text, Integer, Text], Text, static (ref c) => Replace(ref c)),
        new("starlift_regexp_substr", [Text, Text, Integer, Integer, Text], Text, static (ref c) =>
            c.Return(c.Prepare(1, 4, Patterns).Substring(c.Chars(0), c.Integer(2), c.Integer(3)))),
        new("starlift_similar", [Text, Text], Text, static (ref c) => c.Return(c.Prepare(0, 1, Similar))),
    ];

    static void Replace(ref ScalarCall call)
    {
        call.Prepare(1, 4, Patterns).Replace(call.Chars(0), call.Chars(2), call.Integer(3), call.Text);
        call.ReturnWritten();
    }
}
