namespace Starlift.Sql.Rewriting;

/// <summary>
/// Rewrites the tokens that begin at <paramref name="index"/>, or returns null where they are none of its business. It looks at no
/// token at <paramref name="end"/> or beyond.
/// </summary>
/// <param name="sql">Renders the parts that go into the rule's text.</param>
/// <param name="index">Where to look.</param>
/// <param name="end">The end of the stretch that is being rendered.</param>
public delegate Rewritten? RewriteRule(SqlRewriter sql, int index, int end);
