using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A change that is carried as it is written.</summary>
public sealed record OpaqueAction(TextSpan Span) : AlterAction(Span);
