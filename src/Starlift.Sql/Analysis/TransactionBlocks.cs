using Starlift.Sql.Tree;

namespace Starlift.Sql.Analysis;

/// <summary>Which statements Redshift executes in no block of BEGIN and COMMIT, and which only in one.</summary>
public static class TransactionBlocks
{
    /// <summary>The words by which Redshift names a statement that cannot run inside a transaction block; null for one that can.</summary>
    public static string? NotInside(Statement statement) => statement switch
    {
        VacuumStatement => "VACUUM",
        CreateObjectStatement { Kind: ObjectKind.Database } => "CREATE DATABASE",
        DropStatement { Kind: ObjectKind.Database } => "DROP DATABASE",
        AlterTableStatement alter when alter.Actions.Any(action => action is AppendFrom) => "ALTER TABLE APPEND",
        AlterTableStatement alter when alter.Actions.Any(action => action is ChangeColumnType) => "ALTER TABLE ALTER COLUMN",
        _ => null,
    };

    /// <summary>True for what is of no use outside of a transaction block: a cursor ends with its transaction.</summary>
    public static bool OnlyInside(Statement statement) => statement is DeclareCursorStatement;
}
