using Starlift.Errors;

namespace Starlift.Sql.Rewriting;

/// <summary>The tokens of one statement, with its brackets matched. Immutable.</summary>
public sealed class SqlTokens
{
    static readonly string[] SelectListEnds =
        ["from", "where", "group", "having", "qualify", "order", "limit", "union", "intersect", "except", "minus", "into"];

    readonly IReadOnlyList<Token> _tokens;
    readonly int[] _partners;

    /// <param name="source">What the tokens were read from.</param>
    /// <param name="tokens">The last one is <see cref="TokenKind.End"/>.</param>
    public SqlTokens(SqlSource source, IReadOnlyList<Token> tokens)
    {
        Source = source;
        _tokens = tokens;
        _partners = Match(tokens);
    }

    public SqlTokens(SqlSource source)
        : this(source, RefusedSql.Tokens(source))
    {
    }

    public SqlSource Source { get; }

    /// <summary>Without the end.</summary>
    public int Count => _tokens.Count - 1;

    /// <summary>The token at <paramref name="index"/>; outside the statement, the end.</summary>
    public Token this[int index] => index >= 0 && index < _tokens.Count ? _tokens[index] : _tokens[^1];

    /// <summary>
    /// The index of the bracket that goes with the one at <paramref name="index"/>: ( ), [ ], and CASE END too. -1 where there is
    /// none.
    /// </summary>
    public int Partner(int index) => index >= 0 && index < _partners.Length ? _partners[index] : -1;

    /// <summary>True where the token at <paramref name="index"/> opens a bracket that is closed before <paramref name="end"/>.</summary>
    public bool Opens(int index, int end) => Partner(index) > index && Partner(index) < end;

    /// <summary>The indexes from <paramref name="first"/> on that stand in no further bracket; of a bracket, where it opens.</summary>
    public IEnumerable<int> Shallow(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            yield return i;
            i = Opens(i, end) ? Partner(i) : i;
        }
    }

    /// <summary>Where the first of <paramref name="words"/> outside further brackets stands; -1 where none does.</summary>
    public int Find(int first, int end, params string[] words)
    {
        foreach (var i in Shallow(first, end))
        {
            if (this[i].Kind == TokenKind.Word && words.Contains(this[i].Value))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>As <see cref="Find"/>; <paramref name="end"/> where none does.</summary>
    public int FindOrEnd(int first, int end, params string[] words) => Find(first, end, words) is >= 0 and var found ? found : end;

    /// <summary>The table's name, with or without its schema, at <paramref name="index"/>, and where it ends; null where there is no name.</summary>
    public (TableName Name, int End)? TableAt(int index) =>
        !this[index].IsName ? null
        : !this[index + 1].IsSymbol(".") ? (new TableName(null, this[index].Value), index + 1)
        : this[index + 2].IsName ? (new TableName(this[index].Value, this[index + 2].Value), index + 3)
        : null;

    /// <summary>The parts between the commas outside further brackets; at least one, which may be empty.</summary>
    public IEnumerable<(int First, int End)> Split(int first, int end)
    {
        foreach (var comma in Shallow(first, end).Where(i => this[i].IsSymbol(",")))
        {
            yield return (first, comma);
            first = comma + 1;
        }

        yield return (first, end);
    }

    /// <summary>The items of the list that belongs to the SELECT at <paramref name="select"/>, without DISTINCT, ALL or TOP before them.</summary>
    public IEnumerable<(int First, int End)> SelectList(int select)
    {
        var first = this[select + 1].Is("distinct") || this[select + 1].Is("all") ? select + 2 : select + 1;
        first = this[first].Is("top") ? first + 2 : first;
        var end = Shallow(first, Count).Append(Count).First(i => i == Count || this[i].IsSymbol(")")
            || (this[i].Kind == TokenKind.Word && SelectListEnds.Contains(this[i].Value) && !(this[i].Is("group") && this[i - 1].Is("within"))));
        return Split(first, end);
    }

    /// <summary>The text between the tokens before and at <paramref name="index"/>: white space and comments.</summary>
    public string Gap(int index) => Source.Text[this[index - 1].End..this[index].Start];

    public TokenCursor CursorAt(int index) => new(Source, _tokens, index);

    public ConfigurationException Error(int index, string what, string? hint = null) => new(what, Source.PlaceOf(this[index].Start), hint);

    static int[] Match(IReadOnlyList<Token> tokens)
    {
        var partners = new int[tokens.Count];
        Array.Fill(partners, -1);
        var open = new Stack<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsSymbol("(") || tokens[i].IsSymbol("[") || tokens[i].Is("case"))
            {
                open.Push(i);
            }
            else if (Closes(tokens[i]) is { } opening && open.Count > 0 && tokens[open.Peek()].Value == opening)
            {
                partners[i] = open.Pop();
                partners[partners[i]] = i;
            }
        }

        return partners;
    }

    static string? Closes(Token token) => token switch
    {
        { Kind: TokenKind.Symbol, Value: ")" } => "(",
        { Kind: TokenKind.Symbol, Value: "]" } => "[",
        { Kind: TokenKind.Word, Value: "end" } => "case",
        _ => null,
    };
}
