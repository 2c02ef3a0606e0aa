using Starlift.Sql.Text;

namespace Starlift.Sql.Parsing;

/// <summary>A statement of a script, cut into tokens.</summary>
/// <param name="Source">From its first token to its last.</param>
/// <param name="Tokens">At least one, and <see cref="TokenKind.End"/>.</param>
public sealed record StatementTokens(SqlSource Source, IReadOnlyList<Token> Tokens);
