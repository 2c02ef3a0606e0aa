namespace Starlift.Sql;

/// <summary>Any statement that Starlift carries as text, with its tokens.</summary>
public sealed record OtherStatement(IReadOnlyList<Token> Tokens) : SqlStatement;
