using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A statement of Redshift's that is carried as it is written: of datashares, policies and other databases.</summary>
public sealed record OpaqueStatement(TextSpan Span) : Statement(Span);
