namespace Starlift.Sql.Tree;

/// <summary>To whom rights are granted.</summary>
public enum GranteeKind
{
    /// <summary>A user.</summary>
    User,

    /// <summary>GROUP</summary>
    Group,

    /// <summary>ROLE</summary>
    Role,

    /// <summary>PUBLIC</summary>
    Public,
}
