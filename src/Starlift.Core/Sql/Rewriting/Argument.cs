namespace Starlift.Sql.Rewriting;

/// <summary>A stretch of tokens: one argument of a call, or part of one. Immutable.</summary>
public sealed class Argument
{
    readonly SqlRewriter _sql;
    readonly Lazy<string> _text;

    public Argument(SqlRewriter sql, int first, int end)
    {
        _sql = sql;
        First = first;
        End = end;
        _text = new Lazy<string>(() => sql.Render(first, end), LazyThreadSafetyMode.None);
    }

    public int First { get; }

    public int End { get; }

    /// <summary>Rendered for the other engine.</summary>
    public string Text => _text.Value;

    /// <summary>The string, where the argument is one literal; else null.</summary>
    public string? Literal => Single is { Kind: TokenKind.String } token ? token.Value : null;

    /// <summary>The word or string, folded, where the argument is one of these; else null.</summary>
    public string? Word => Single is { Kind: TokenKind.Word or TokenKind.QuotedName or TokenKind.String } token
        ? token.Value.ToLowerInvariant()
        : null;

    /// <summary>The number, where the argument is one literal without a fraction; else null.</summary>
    public int? Number => Single is { Kind: TokenKind.Number } token
        && int.TryParse(token.Value, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>True where the text can stand beside an operator without brackets.</summary>
    public bool IsOperand => Operands.End(_sql.Tokens, First, End) == End && !_sql.Tokens[First].IsSymbol("-");

    /// <summary>The text, in brackets where an operator beside it would cut into it.</summary>
    public string Operand => IsOperand ? Text : $"({Text})";

    Token? Single => End == First + 1 ? _sql.Tokens[First] : null;

    /// <summary>What stands before and after the first <paramref name="word"/> outside brackets; null where it does not occur.</summary>
    public (Argument Before, Argument After)? SplitAt(string word) => _sql.Tokens.Find(First, End, word) is >= 0 and var at
        ? (new Argument(_sql, First, at), new Argument(_sql, at + 1, End))
        : null;
}
