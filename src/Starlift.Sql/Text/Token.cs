namespace Starlift.Sql.Text;

/// <summary>One token of a SQL text. White space and comments are no tokens: they are what lies between two.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Start">0-based index of its first character in the file.</param>
/// <param name="Length">In characters, as written.</param>
/// <param name="Value">
/// What it means: a word folded to lower case, a quoted identifier without its quotes (folded too), a string's decoded text,
/// a number or symbol as written.
/// </param>
public readonly record struct Token(TokenKind Kind, int Start, int Length, string Value)
{
    public int End => Start + Length;

    public bool Is(string word) => Kind == TokenKind.Word && Value == word;

    public bool IsSymbol(string symbol) => Kind == TokenKind.Symbol && Value == symbol;

    public bool IsName => Kind is TokenKind.Word or TokenKind.QuotedName;
}
