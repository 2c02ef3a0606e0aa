using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>One change of a table.</summary>
public abstract record AlterAction(TextSpan Span) : SqlNode(Span);
