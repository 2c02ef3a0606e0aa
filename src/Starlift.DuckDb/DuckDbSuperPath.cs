using System.Globalization;
using Starlift.Sql;
using Starlift.Sql.Rewriting;

namespace Starlift.DuckDb;

/// <summary>One path into a SUPER column, in the forms in which DuckDB can evaluate it.</summary>
sealed class DuckDbSuperPath
{
    readonly string _column;
    readonly string _path;

    DuckDbSuperPath(string column, string path, int end)
    {
        _column = column;
        _path = path;
        End = end;
    }

    /// <summary>Behind the last step.</summary>
    public int End { get; }

    public bool HasSteps => _path.Length > 1;

    public string Json => HasSteps ? $"json_extract({_column}, {DuckDbName.Literal(_path)})" : _column;

    /// <summary>NULL where the path leads nowhere or to null.</summary>
    public string Text => $"json_extract_string({_column}, {DuckDbName.Literal(_path)})";

    /// <summary>NULL where the path leads to no number, as comparisons of unlike types are in Redshift.</summary>
    public string Number => $"TRY_CAST({Text} AS DECIMAL(38,9))";

    public string Boolean => $"TRY_CAST({Text} AS BOOLEAN)";

    /// <summary>Reads the steps .name and [n] from <paramref name="index"/> on.</summary>
    public static DuckDbSuperPath Read(SqlTokens tokens, string column, int index, int end)
    {
        var path = "$";
        while (index < end)
        {
            if (tokens[index].IsSymbol(".") && index + 1 < end && tokens[index + 1].IsName)
            {
                path += DuckDbJsonPath.Step(tokens[index + 1].Value);
                index += 2;
            }
            else if (index + 2 < end && tokens[index].IsSymbol("[") && tokens.Partner(index) == index + 2
                && Step(tokens[index + 1]) is { } step)
            {
                path += step;
                index += 3;
            }
            else
            {
                break;
            }
        }

        return new DuckDbSuperPath(column, path, index);
    }

    static string? Step(Token token) => token.Kind switch
    {
        TokenKind.String => DuckDbJsonPath.Step(token.Value),
        TokenKind.Number when int.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) => DuckDbJsonPath.Step(number),
        _ => null,
    };
}
