using System.Collections.Immutable;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>A statement whose names and types are known.</summary>
public abstract record BoundStatement(TextSpan Span) : BoundNode(Span)
{
    /// <summary>What it yields, as a client sees it; none of a statement without a result.</summary>
    public IReadOnlyList<ResultColumn> Columns { get; init; } = [];

    /// <summary>The parameters that SET_CONFIG gives other values when the statement is executed.</summary>
    public IReadOnlyList<SettingChange> Changes { get; init; } = [];

    /// <summary>The types that the places of its parameters want, by their numbers; those that nothing is wanted of are left out.</summary>
    public IReadOnlyDictionary<int, DataType> Parameters { get; init; } = ImmutableDictionary<int, DataType>.Empty;

    /// <summary>The session's parameters that it was bound with.</summary>
    public SessionSettings Settings { get; init; } = SessionSettings.Default;
}
