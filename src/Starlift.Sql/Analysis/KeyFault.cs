using Starlift.Sql.Text;

namespace Starlift.Sql.Analysis;

/// <summary>Why the rows of a key do not come from the rows of that key alone.</summary>
/// <param name="Span">Where the query says so.</param>
/// <param name="What">What it does there, as the end of a sentence: "takes the first of all rows".</param>
public sealed record KeyFault(TextSpan Span, string What);
