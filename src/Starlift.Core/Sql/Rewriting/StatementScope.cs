namespace Starlift.Sql.Rewriting;

/// <summary>
/// The tables that a statement names, with their aliases. All of its queries share one scope, so that an alias may mean several
/// tables; a column that is SUPER in one of them and something else in another is left alone.
/// </summary>
public sealed class StatementScope
{
    readonly Dictionary<string, List<CreateTable>> _tables = [];
    readonly HashSet<string> _elements = [];

    /// <param name="tokens">The statement.</param>
    /// <param name="tables">What is known of a table; null for one that is not known.</param>
    public static StatementScope Of(SqlTokens tokens, Func<TableName, CreateTable?> tables)
    {
        var scope = new StatementScope();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Word && tokens[i].Value is "from" or "join" or "using" or "into" or "update")
            {
                scope.Read(tokens, i + 1, tables);
            }
        }

        return scope;
    }

    /// <summary>A column of one of the tables is SUPER.</summary>
    public bool HasSuper => _tables.Values.Any(list => list.Any(table => table.Columns.Any(column => column.Type.Kind == SqlTypeKind.Super)));

    /// <summary>True where the name is that of a table or its alias.</summary>
    public bool Knows(string alias) => _tables.ContainsKey(alias);

    /// <summary>The type of the column of the table or alias, or of any table without one; null where none or several are meant.</summary>
    public SqlType? TypeOf(string? alias, string name)
    {
        var tables = alias is null ? _tables.Values.SelectMany(list => list) : _tables.GetValueOrDefault(alias) ?? [];
        var types = tables.Select(table => table.Column(name)?.Type).OfType<SqlType>().Distinct().Take(2).ToList();
        return types.Count == 1 ? types[0] : null;
    }

    /// <summary>True where the name is the alias of an array's elements.</summary>
    public bool IsElement(string alias) => _elements.Contains(alias);

    public bool IsSuper(string? alias, string name) => TypeOf(alias, name)?.Kind == SqlTypeKind.Super;

    void Read(SqlTokens tokens, int index, Func<TableName, CreateTable?> tables)
    {
        while (tokens[index].IsName)
        {
            var (after, alias) = AliasOf(tokens, index);
            var parts = Enumerable.Range(index, after - index).Where(i => tokens[i].IsName).Select(i => tokens[i].Value).ToList();
            if (_elements.Contains(parts[0]) || (parts.Count > 1 && IsSuper(parts[0], parts[1])))
            {
                _elements.Add(alias.Value);
            }
            else if (tables(new TableName(parts.Count > 1 ? parts[^2] : null, parts[^1])) is { } table)
            {
                Add(alias.Value, table);
            }

            index = Behind(tokens, after, alias);
            if (!tokens[index].IsSymbol(","))
            {
                return;
            }

            index++;
        }
    }

    void Add(string alias, CreateTable table)
    {
        if (!_tables.TryGetValue(alias, out var list))
        {
            _tables.Add(alias, list = []);
        }

        list.Add(table);
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
        return tokens[alias].IsName && !ReservedWords.Contains(tokens[alias].Value) && Operands.Base(tokens, alias, tokens.Count) == alias + 1
            ? (after, tokens[alias])
            : (after, tokens[after - 1]);
    }
}
