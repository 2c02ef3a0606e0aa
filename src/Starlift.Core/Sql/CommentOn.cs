namespace Starlift.Sql;

/// <summary>COMMENT ON TABLE t or COLUMN t.c IS 'text'. A null text removes the comment.</summary>
public sealed record CommentOn(TableName Table, string? Column, string? Text) : SqlStatement;
