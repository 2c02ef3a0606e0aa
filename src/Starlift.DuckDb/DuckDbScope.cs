using Starlift.Sql;
using Starlift.Sql.Rewriting;

namespace Starlift.DuckDb;

/// <summary>
/// The tables that a statement names, with their aliases. All of its queries share one scope: the few tables of a model seldom give
/// one alias two meanings.
/// </summary>
sealed class DuckDbScope
{
    readonly Dictionary<string, CreateTable> _tables = [];
    readonly HashSet<string> _elements = [];

    public static DuckDbScope Of(SqlTokens tokens, Func<TableName, CreateTable?> tables)
    {
        var scope = new DuckDbScope();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Word && tokens[i].Value is "from" or "join" or "using" or "into" or "update")
            {
                scope.Read(tokens, i + 1, tables);
            }
        }

        return scope;
    }

    public bool IsEmpty => _tables.Count == 0;

    /// <summary>True where the name is that of a table or its alias.</summary>
    public bool Knows(string alias) => _tables.ContainsKey(alias);

    /// <summary>The column of the table or alias; without one, of the first table that has it; null where there is none.</summary>
    public ColumnDefinition? Column(string? alias, string name) => alias is null
        ? _tables.Values.Select(table => table.Column(name)).FirstOrDefault(column => column is not null)
        : _tables.GetValueOrDefault(alias)?.Column(name);

    /// <summary>True where the name is the alias of an array's elements.</summary>
    public bool IsElement(string alias) => _elements.Contains(alias);

    /// <summary>True where the column is SUPER, or the alias of an array's elements.</summary>
    public bool IsSuper(string? alias, string name) => Column(alias, name)?.Type.Kind == SqlTypeKind.Super;

    void Read(SqlTokens tokens, int index, Func<TableName, CreateTable?> tables)
    {
        while (tokens[index].IsName)
        {
            var (after, alias) = AliasOf(tokens, index);
            var parts = Enumerable.Range(index, after - index).Where(i => tokens[i].IsName).Select(i => tokens[i].Value).ToList();
            if (_tables.ContainsKey(parts[0]) || _elements.Contains(parts[0]))
            {
                _elements.Add(alias.Value);
            }
            else if (tables(new TableName(parts.Count > 1 ? parts[^2] : null, parts[^1])) is { } table)
            {
                _tables.TryAdd(alias.Value, table);
            }

            index = Behind(tokens, after, alias);
            if (!tokens[index].IsSymbol(","))
            {
                return;
            }

            index++;
        }
    }

    static int Behind(SqlTokens tokens, int after, Token alias) =>
        tokens[after].Is("as") ? after + 2 : tokens[after].Start == alias.Start ? after + 1 : after;

    static (int After, Token Alias) AliasOf(SqlTokens tokens, int index)
    {
        var after = Operands.Base(tokens, index, tokens.Count);
        after = after < 0 ? index + 1 : after;
        while (tokens[after].IsSymbol("[") && tokens.Opens(after, tokens.Count))
        {
            after = tokens.Partner(after) + 1;
        }

        var alias = tokens[after].Is("as") ? after + 1 : after;
        return tokens[alias].IsName && Operands.Base(tokens, alias, tokens.Count) == alias + 1 && !ReservedWords.Contains(tokens[alias].Value)
            ? (after, tokens[alias])
            : (after, tokens[after - 1]);
    }
}
