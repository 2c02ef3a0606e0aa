using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A statement whose first words are no statement of Redshift's.</summary>
public sealed record OpaqueStatement(TextSpan Span) : Statement(Span);
