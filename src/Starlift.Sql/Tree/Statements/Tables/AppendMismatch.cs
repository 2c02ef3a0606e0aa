namespace Starlift.Sql.Tree;

/// <summary>What APPEND FROM does where the tables' columns differ.</summary>
public enum AppendMismatch
{
    /// <summary>The statement fails.</summary>
    Refuse,

    /// <summary>IGNOREEXTRA</summary>
    IgnoreExtra,

    /// <summary>FILLTARGET</summary>
    FillTarget,
}
