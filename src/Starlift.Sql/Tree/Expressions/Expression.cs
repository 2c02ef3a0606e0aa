using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>What has a value.</summary>
public abstract record Expression(TextSpan Span) : SqlNode(Span);
