using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>What stands between the commas of CREATE TABLE.</summary>
public abstract record TableElement(TextSpan Span) : SqlNode(Span);
