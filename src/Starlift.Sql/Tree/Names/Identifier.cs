using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>One name.</summary>
/// <param name="Name">Folded to lower case, as Redshift folds quoted names too.</param>
/// <param name="Quoted">Written in double quotes.</param>
public sealed record Identifier(TextSpan Span, string Name, bool Quoted) : SqlNode(Span);
