using Starlift.Sql;

namespace Starlift.Redshift;

/// <summary>Which table a statement brings rows into.</summary>
static class RedshiftWrites
{
    /// <summary>The target of an INSERT INTO or MERGE INTO; null for all other statements.</summary>
    public static TableName? TargetOf(SqlStatement statement)
    {
        if (statement is not OtherStatement { Tokens: [var verb, var into, var name, var next, ..] tokens }
            || !(verb.Is("insert") || verb.Is("merge")) || !into.Is("into") || !name.IsName)
        {
            return null;
        }

        return next.IsSymbol(".") ? new TableName(name.Value, tokens[4].Value) : new TableName(null, name.Value);
    }
}
