using Starlift.Sql.Text;

namespace Starlift.Sql.Parsing;

/// <summary>How deep a statement's brackets and CASEs are nested. An engine's parser runs out of room somewhere, each at another depth.</summary>
public static class StatementDepth
{
    const int Deepest = 500;

    /// <summary>Accepts what every engine takes.</summary>
    /// <param name="source">Whose text the tokens index.</param>
    /// <param name="tokens">Those of one statement.</param>
    /// <exception cref="SqlException">It is deeper than any engine takes.</exception>
    public static void Check(SqlSource source, IReadOnlyList<Token> tokens)
    {
        var depth = 0;
        foreach (var token in tokens)
        {
            depth += token.IsSymbol("(") || token.IsSymbol("[") || token.Is("case") ? 1
                : token.IsSymbol(")") || token.IsSymbol("]") || token.Is("end") ? -1
                : 0;
            if (depth > Deepest)
            {
                throw new SqlException(
                    SqlStates.StatementTooComplex,
                    $"the statement is nested more than {Deepest} deep",
                    source.PlaceOf(token.Start),
                    "look for a bracket that is not closed, or split the statement with WITH");
            }
        }
    }
}
