using System.Text;

namespace Starlift.Sql.Values.Patterns;

/// <summary>The pattern of SIMILAR TO as a regular expression that has to match a whole text (Amazon Redshift: "SIMILAR TO").</summary>
public static class SimilarPattern
{
    /// <param name="pattern">As it is written behind SIMILAR TO.</param>
    /// <param name="escape">One character, or none.</param>
    public static string Regex(string pattern, string escape)
    {
        var regex = new StringBuilder("(?s)");
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (escape.Length == 1 && c == escape[0] && i + 1 < pattern.Length)
            {
                regex.Append('\\').Append(pattern[++i]);
            }
            else
            {
                regex.Append(c switch { '%' => ".*", '_' => ".", '.' or '^' or '$' or '\\' => $@"\{c}", _ => c.ToString() });
            }
        }

        return regex.ToString();
    }
}
