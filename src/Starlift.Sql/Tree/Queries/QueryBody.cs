using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>What yields a query's rows.</summary>
public abstract record QueryBody(TextSpan Span) : SqlNode(Span);
