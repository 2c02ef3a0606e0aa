using Starlift.Sql.Meaning.Bound;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>What the names in one SELECT, or one changing statement, can mean.</summary>
sealed class Scope
{
    Scope(Scope? outer, bool seesOuter, CommonTables? tables)
    {
        (Outer, SeesOuter, CommonTables) = (outer, seesOuter, tables);
    }

    /// <summary>The scope of the query that this one stands in.</summary>
    public Scope? Outer { get; }

    /// <summary>False of a query in FROM, which can't see what stands beside it, but sees what stands further out.</summary>
    public bool SeesOuter { get; }

    /// <summary>The common tables that can be used.</summary>
    public CommonTables? CommonTables { get; set; }

    /// <summary>What has a name in FROM, so far.</summary>
    public List<BoundSource> Sources { get; } = [];

    /// <summary>The columns that <c>*</c> means and that need no qualifier.</summary>
    public List<VisibleColumn> Columns { get; } = [];

    /// <summary>The aliases of the select list, so far.</summary>
    public List<(string Name, BoundExpression Value)> Aliases { get; } = [];

    /// <summary>True where CONNECT BY gives rows a LEVEL.</summary>
    public bool HasLevel { get; set; }

    public static Scope Root() => new(null, true, null);

    /// <summary>The scope of a query that stands in an expression of this one.</summary>
    public Scope Below() => new(this, true, CommonTables);

    /// <summary>The scope of a query that stands in FROM of this one, or in its WITH.</summary>
    public Scope Beside() => new(this, false, CommonTables);

    /// <summary>The scope of a query that is a part of this one's: an input of a set operation.</summary>
    public Scope Sibling() => new(Outer, SeesOuter, CommonTables);

    public void Add(FromResult from)
    {
        Sources.AddRange(from.Sources);
        Columns.AddRange(from.Columns);
    }
}
