using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>What stands in FROM.</summary>
public abstract record FromItem(TextSpan Span) : SqlNode(Span);
