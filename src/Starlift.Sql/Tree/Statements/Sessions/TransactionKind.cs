namespace Starlift.Sql.Tree;

/// <summary>What a statement does with the transaction.</summary>
public enum TransactionKind
{
    /// <summary>BEGIN, START TRANSACTION</summary>
    Begin,

    /// <summary>COMMIT, END</summary>
    Commit,

    /// <summary>ROLLBACK, ABORT</summary>
    Rollback,
}
