using System.Runtime.CompilerServices;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>What all parts of the binder share while they bind one statement.</summary>
sealed class BindContext(SqlSource source, ICatalogue catalogue)
{
    public ICatalogue Catalogue { get; } = catalogue;

    public SessionSettings Settings { get; } = catalogue.Settings;

    /// <summary>True once a table is read that the compute nodes hold.</summary>
    public bool ReadsComputeTables { get; set; }

    /// <summary>The first call of a function that only the leader node knows.</summary>
    public (string Name, TextSpan Span)? LeaderCall { get; set; }

    /// <summary>The types that PREPARE states of its parameters; those beyond take the type that their place wants.</summary>
    public IReadOnlyList<Types.DataType> Parameters { get; set; } = [];

    /// <summary>How many of Oracle's (+) are bound that no join is made of yet, and where the last one stands.</summary>
    public (int Count, TextSpan Last) OuterMarks { get; set; }

    /// <summary>The parameters that the statement sets while it is executed.</summary>
    public List<SettingChange> Changes { get; } = [];

    /// <summary>The types that the places of parameters want, by their numbers.</summary>
    public Dictionary<int, Types.DataType> Wanted { get; } = [];

    readonly HashSet<int> _guessed = [];

    /// <summary>A parameter stands where a type is wanted; the first place decides.</summary>
    /// <param name="isGuess">True where any type would do.</param>
    public void Want(int number, Types.DataType type, bool isGuess = false)
    {
        if (!Wanted.ContainsKey(number) || !isGuess && _guessed.Contains(number))
        {
            Wanted[number] = type;
            _ = isGuess ? _guessed.Add(number) : _guessed.Remove(number);
        }
    }

    public SqlException Fail(string state, string message, TextSpan span, string? hint = null) => new(state, message, source.PlaceOf(span.Start), hint);

    /// <exception cref="SqlException">The statement is nested deeper than the stack holds.</exception>
    public void Enter(SqlNode node)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Fail(SqlStates.StatementTooComplex, "stack depth limit exceeded", node.Span);
        }
    }

    /// <summary>The name as it is looked up: quoted ones keep their case where the session wants that.</summary>
    public string NameOf(Identifier name) => name.Quoted && Settings.CaseSensitiveIdentifier ? Written(name) : name.Name;

    /// <summary>The attribute's name as it is looked up, and whether its case counts.</summary>
    public (string Name, bool IgnoresCase) AttributeOf(Identifier name) =>
        Settings.CaseSensitiveSuperAttribute || name.Quoted && Settings.CaseSensitiveIdentifier ? (Written(name), false) : (name.Name, false);

    /// <summary>The type as it is written in a cast, or in a table.</summary>
    public Types.DataType TypeOf(TypeName name, bool inTable) =>
        Types.TypeSpellings.Read(name, inTable, out var fault) ?? throw Fail(fault.State, fault.Message, name.Span);

    string Written(Identifier name)
    {
        var text = source.Text.Substring(name.Span.Start, name.Span.Length);
        return text is ['"', .. var inner, '"'] ? inner.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }
}
