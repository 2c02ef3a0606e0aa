using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>What stands between the commas of GROUP BY.</summary>
public abstract record GroupingElement(TextSpan Span) : SqlNode(Span);
