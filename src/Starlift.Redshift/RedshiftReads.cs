using Starlift.Sql;

namespace Starlift.Redshift;

/// <summary>Whether a statement only reads, judged by its words: for where no transaction of the server's makes sure of it.</summary>
static class RedshiftReads
{
    static readonly string[] Reading = ["select", "with", "values", "show"];
    static readonly string[] Writing = ["insert", "update", "delete", "merge"];

    /// <summary>What in it writes, as a sentence; null where it only reads.</summary>
    public static string? WriterIn(SqlStatement statement) => statement is not OtherStatement { Tokens: [var first, ..] tokens }
        ? "it is no query"
        : first.Is("explain") ? WriterInExplain(tokens) : WriterInQuery(tokens);

    // Without ANALYZE, a statement of any kind is planned only.
    static string? WriterInExplain(IReadOnlyList<Token> tokens)
    {
        var option = At(tokens, 1).Is("verbose") ? At(tokens, 2) : At(tokens, 1);
        return option.Is("analyze") || option.Is("analyse") || option.IsSymbol("(") ? "EXPLAIN with options may execute what it explains" : null;
    }

    static string? WriterInQuery(IReadOnlyList<Token> tokens)
    {
        var first = tokens.FirstOrDefault(token => !token.IsSymbol("("));
        if (!Reading.Any(first.Is))
        {
            return $"{first.Value.ToUpperInvariant()} is no query";
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            // A word that is reserved, so it is no name.
            if (tokens[i].Is("into"))
            {
                return "SELECT INTO makes a table";
            }

            if ((i == 0 || tokens[i - 1].IsSymbol("(")) && VerbAt(tokens, i) is { } verb && Writing.Any(verb.Is))
            {
                return $"{verb.Value.ToUpperInvariant()} stands in it";
            }
        }

        return null;
    }

    /// <summary>What a statement or a query in brackets does, that after its WITH; null where these are no words of a statement.</summary>
    static Token? VerbAt(IReadOnlyList<Token> tokens, int start)
    {
        if (!tokens[start].Is("with"))
        {
            return At(tokens, start + 1).IsName ? tokens[start] : null;
        }

        var depth = 0;
        for (var i = start + 1; i < tokens.Count && depth >= 0; i++)
        {
            if (depth == 0 && tokens[i - 1].IsSymbol(")") && (Reading.Any(tokens[i].Is) || Writing.Any(tokens[i].Is)))
            {
                return tokens[i];
            }

            depth += tokens[i].IsSymbol("(") ? 1 : tokens[i].IsSymbol(")") ? -1 : 0;
        }

        return null;
    }

    static Token At(IReadOnlyList<Token> tokens, int index) => index < tokens.Count ? tokens[index] : default;
}
