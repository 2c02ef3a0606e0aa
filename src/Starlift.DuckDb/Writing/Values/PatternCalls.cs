using System.Buffers;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing.Values;

/// <summary>Amazon Redshift: "REGEXP_SUBSTR function" and its neighbours.</summary>
static class PatternCalls
{
    /// <summary>Characters that mean the same in a pattern of DuckDB's.</summary>
    static readonly SearchValues<char> Common = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 @_-,:;=/+*[]|<>#%&!'\"~");

    public static FunctionWriter? Find(string name) => name switch
    {
        "regexp_count" => call => IsCommon(call, 2)
            ? (Fragment)$"len(regexp_extract_all({call[0].Bare}, {call[1].Bare}))"
            : $"starlift_regexp_count({call[0].Bare}, {call[1].Bare}, {At(call, 2, "1")}, {At(call, 3, "''")})",
        "regexp_instr" => call =>
            $"starlift_regexp_instr({call[0].Bare}, {call[1].Bare}, {At(call, 2, "1")}, {At(call, 3, "1")}, {At(call, 4, "0")}, {At(call, 5, "''")})",
        "regexp_replace" => Replace,
        "regexp_substr" => call => IsCommon(call, 2)
            ? (Fragment)$"regexp_extract({call[0].Bare}, {call[1].Bare})"
            : $"starlift_regexp_substr({call[0].Bare}, {call[1].Bare}, {At(call, 2, "1")}, {At(call, 3, "1")}, {At(call, 4, "''")})",
        _ => null,
    };

    static Fragment Replace(CallText call)
    {
        if (IsCommon(call, 3) && (call.Count == 2 || call.Text(2) is { } text && !text.AsSpan().ContainsAny('$', '\\')))
        {
            return $"regexp_replace({call[0].Bare}, {call[1].Bare}, {At(call, 2, "''")}, 'g')";
        }

        return $"starlift_regexp_replace({call[0].Bare}, {call[1].Bare}, {At(call, 2, "''")}, {At(call, 3, "1")}, {At(call, 4, "''")})";
    }

    static Fragment At(CallText call, int index, string otherwise) => call.Count > index ? call[index].Bare : Fragment.Of(otherwise);

    // a written pattern that both engines read alike, and nothing behind it
    static bool IsCommon(CallText call, int most) => call.Count <= most && call.Text(1) is { Length: > 0 } pattern && !pattern.AsSpan().ContainsAnyExcept(Common)
        && pattern[0] is not ('*' or '+' or '|') && !pattern.Contains("[[", StringComparison.Ordinal) && !pattern.Contains("**", StringComparison.Ordinal) && !pattern.Contains("++", StringComparison.Ordinal)
        && !pattern.Contains("*+", StringComparison.Ordinal) && !pattern.Contains("|*", StringComparison.Ordinal) && !pattern.Contains("|+", StringComparison.Ordinal)
        && IsValid(pattern);

    static bool IsValid(string pattern)
    {
        try
        {
            Sql.Values.Patterns.RegularExpression.Parse(pattern, "");
            return !pattern.Contains("[]", StringComparison.Ordinal) && !pattern.Contains("&&", StringComparison.Ordinal) && !pattern.Contains("--", StringComparison.Ordinal);
        }
        catch (Sql.Values.ValueException)
        {
            return false;
        }
    }
}
