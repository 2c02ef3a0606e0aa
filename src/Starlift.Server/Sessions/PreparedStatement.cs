using System.Text;
using Starlift.Server.Wire;
using Starlift.Sql;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;

namespace Starlift.Server.Sessions;

/// <summary>A statement that a client has sent to be executed once or often, with values for its parameters.</summary>
sealed class PreparedStatement
{
    readonly string _text;
    readonly IReadOnlyList<(Placeholder Node, bool IsCount)> _placeholders;

    PreparedStatement(string text, SqlStatement? statement, IReadOnlyList<(Placeholder, bool)> placeholders, IReadOnlyList<int> types)
    {
        _text = text;
        Statement = statement;
        _placeholders = placeholders;
        (ParameterTypes, ToldTypes) = (types, types);
        IsOpen = types.Contains(0);
    }

    /// <summary>As it was sent; null where the text holds none.</summary>
    public SqlStatement? Statement { get; }

    /// <summary>What was sent, to tell places in; null where values stand in it, which move them.</summary>
    public string? Text => _placeholders.Count == 0 ? _text : null;

    /// <summary>What was sent, with its parameters.</summary>
    public string SourceText => _text;

    /// <summary>By number in pg_type; 0 where it is left to the context.</summary>
    public IReadOnlyList<int> ParameterTypes { get; }

    /// <summary>As the client is told, by number in pg_type: those that the context wants among them, where these are known; 0 of a parameter of which nothing is known.</summary>
    public IReadOnlyList<int> ToldTypes { get; private set; }

    /// <summary>True where the context has still to be asked for a type.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The context wants these types, by the numbers of parameters.</summary>
    public void Want(IReadOnlyDictionary<int, DataType> types)
    {
        IsOpen = false;
        ToldTypes = [.. ParameterTypes.Select((type, i) => type != 0 || !types.TryGetValue(i + 1, out var wanted) ? type : ParameterText.WireTypeOf(wanted))];
    }

    /// <summary>What the client was told of the result; null before it asked.</summary>
    public IReadOnlyList<WireColumn>? Described { get; set; }

    /// <summary>A statement of a simple query, which has no parameters.</summary>
    public static PreparedStatement Of(SqlStatement statement) => new(statement.Source.Text, statement, [], []);

    /// <param name="text">At most one statement.</param>
    /// <param name="types">What the client says of its parameters; may be shorter than they are many.</param>
    /// <exception cref="Errors.StarliftException">It is none of Redshift's.</exception>
    /// <exception cref="ServerError">There are several.</exception>
    public static PreparedStatement Of(string text, IReadOnlyList<int> types)
    {
        var statements = SqlScript.Parse("", text);
        if (statements.Count > 1)
        {
            throw new ServerError("42601", "cannot insert multiple commands into a prepared statement");
        }

        if (statements is not [OtherStatement { Tree: not PrepareStatement and var tree } statement])
        {
            return new PreparedStatement(text, statements is [var only] ? only : null, [], []);
        }

        var counts = tree.DescendantsAndSelf().OfType<LimitClause>().Select(limit => limit.Count)
            .Concat(tree.DescendantsAndSelf().OfType<TopClause>().Select(top => top.Count))
            .Concat(tree.DescendantsAndSelf().OfType<OffsetClause>().Select(offset => offset.Count))
            .OfType<Placeholder>().ToHashSet();
        var placeholders = tree.DescendantsAndSelf().OfType<Placeholder>().OrderBy(node => node.Span.Start).Select(node => (node, counts.Contains(node))).ToList();
        var casts = tree.DescendantsAndSelf().OfType<CastExpression>().Where(cast => cast.Operand is Placeholder).ToLookup(cast => ((Placeholder)cast.Operand).Number, cast => cast.Type);
        var known = Enumerable.Range(1, placeholders.Select(placeholder => placeholder.node.Number).DefaultIfEmpty(0).Max())
            .Select(number => number <= types.Count && types[number - 1] is not (0 or WireType.Unknown) ? types[number - 1] : casts[number].Select(ParameterTypeNames.Find).FirstOrDefault());
        return new PreparedStatement(text, statement, placeholders, [.. known]);
    }

    /// <summary>The statement with these values in place of its parameters.</summary>
    /// <param name="values">One for each of <see cref="ParameterTypes"/>; null for NULL.</param>
    /// <param name="isBinary">How each is to be read.</param>
    public SqlStatement? With(IReadOnlyList<byte[]?> values, Func<int, bool> isBinary) =>
        Filled((number, isCount) => ParameterText.Of(ParameterTypes[number - 1], ToldTypes[number - 1], isBinary(number - 1), values[number - 1], isCount));

    /// <summary>The statement as it is to be described, when nobody knows the values yet.</summary>
    public SqlStatement? Unset() => Filled((number, isCount) => ParameterText.Unset(ParameterTypes[number - 1], isCount));

    SqlStatement? Filled(Func<int, bool, string> value)
    {
        if (_placeholders.Count == 0)
        {
            return Statement;
        }

        var filled = new StringBuilder();
        var from = 0;
        foreach (var (node, isCount) in _placeholders)
        {
            filled.Append(_text, from, node.Span.Start - from).Append(value(node.Number, isCount));
            from = node.Span.End;
        }

        return SqlScript.Parse("", filled.Append(_text, from, _text.Length - from).ToString()).Single();
    }
}
