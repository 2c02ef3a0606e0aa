using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>DEFAULT in VALUES and SET.</summary>
public sealed record DefaultValue(TextSpan Span) : Expression(Span);
