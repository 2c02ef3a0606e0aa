using System.Text;

namespace Starlift.Sql.Rewriting;

/// <summary>
/// Renders a statement for another engine token by token: the first rule that knows the tokens at hand replaces them; all others
/// are written one by one with the white space and comments between them. Not thread-safe.
/// </summary>
public sealed class SqlRewriter
{
    const int MaxDepth = 200;
    const int MaxLength = 4_000_000;

    readonly IReadOnlyList<RewriteRule> _rules;
    readonly Func<Token, string> _write;
    int _depth;

    /// <param name="tokens">The statement.</param>
    /// <param name="rules">In the order in which they are asked.</param>
    /// <param name="write">Writes one token that no rule replaces.</param>
    public SqlRewriter(SqlTokens tokens, IReadOnlyList<RewriteRule> rules, Func<Token, string> write)
    {
        Tokens = tokens;
        _rules = rules;
        _write = write;
    }

    public SqlTokens Tokens { get; }

    public string Render() => Render(0, Tokens.Count);

    /// <summary>Renders the tokens from <paramref name="first"/> to before <paramref name="end"/>, as if there were no others.</summary>
    /// <exception cref="Errors.ConfigurationException">The statement can't be said in the other dialect, or is nested too deep.</exception>
    public string Render(int first, int end)
    {
        if (++_depth > MaxDepth)
        {
            throw Tokens.Error(first, $"expressions are nested more than {MaxDepth} deep", "split the statement with WITH");
        }

        var text = new StringBuilder();
        for (var i = first; i < end;)
        {
            if (i > first)
            {
                text.Append(Tokens.Gap(i));
            }

            i = Append(text, i, end);
            if (text.Length > MaxLength)
            {
                throw Tokens.Error(first, $"the statement grows beyond {MaxLength} characters for another warehouse", "split it with WITH");
            }
        }

        _depth--;
        return text.ToString();
    }

    int Append(StringBuilder text, int index, int end)
    {
        foreach (var rule in _rules)
        {
            if (rule(this, index, end) is { } rewritten)
            {
                text.Append(rewritten.Text);
                return rewritten.Next;
            }
        }

        text.Append(_write(Tokens[index]));
        return index + 1;
    }
}
