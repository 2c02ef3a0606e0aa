using System.Globalization;

namespace Starlift.Sql.Rewriting;

/// <summary>One path into a SUPER column.</summary>
/// <param name="Column">The column, rendered.</param>
/// <param name="Steps">Keys, which are strings, and 0-based indexes, which are integers.</param>
/// <param name="End">Behind the last step.</param>
public sealed record SuperPath(string Column, IReadOnlyList<object> Steps, int End)
{
    public bool HasSteps => Steps.Count > 0;

    /// <summary>Reads the steps .name and [n] from <paramref name="index"/> on.</summary>
    public static SuperPath Read(SqlTokens tokens, string column, int index, int end)
    {
        var steps = new List<object>();
        while (index < end)
        {
            if (tokens[index].IsSymbol(".") && index + 1 < end && tokens[index + 1].IsName)
            {
                steps.Add(tokens[index + 1].Value);
                index += 2;
            }
            else if (index + 2 < end && tokens[index].IsSymbol("[") && tokens.Partner(index) == index + 2
                && Step(tokens[index + 1]) is { } step)
            {
                steps.Add(step);
                index += 3;
            }
            else
            {
                break;
            }
        }

        return new SuperPath(column, steps, index);
    }

    static object? Step(Token token) => token.Kind switch
    {
        TokenKind.String => token.Value,
        TokenKind.Number when int.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
