using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>LEVEL of CONNECT BY: how far below the start a row stands, from 1.</summary>
public sealed record BoundLevel(TextSpan Span) : BoundExpression(Span, DataType.Integer);
