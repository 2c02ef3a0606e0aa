using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>One statement.</summary>
public abstract record Statement(TextSpan Span) : SqlNode(Span);
