using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Patterns;

/// <summary>The letters that REGEXP_* take as parameters: c, i, p and e, in any order (Amazon Redshift: "REGEXP_SUBSTR function").</summary>
/// <param name="IgnoresCase">i; of c and i the last counts.</param>
/// <param name="IsPerl">p: the pattern is a PCRE.</param>
/// <param name="TakesGroup">e: the first group is meant, not the whole match.</param>
readonly record struct PatternOptions(bool IgnoresCase, bool IsPerl, bool TakesGroup)
{
    /// <exception cref="ValueException">A letter is none of them.</exception>
    public static PatternOptions Parse(string letters)
    {
        var options = default(PatternOptions);
        foreach (var letter in letters)
        {
            options = letter switch
            {
                'c' => options with { IgnoresCase = false },
                'i' => options with { IgnoresCase = true },
                'p' => options with { IsPerl = true },
                'e' => options with { TakesGroup = true },
                _ => throw new ValueException(SqlStates.InvalidParameterValue, $"Invalid regular expression parameter \"{letter}\": known are c, e, i and p"),
            };
        }

        return options;
    }
}
