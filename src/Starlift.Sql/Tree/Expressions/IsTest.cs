namespace Starlift.Sql.Tree;

/// <summary>What IS asks for.</summary>
public enum IsTest
{
    /// <summary>NULL</summary>
    Null,

    /// <summary>TRUE</summary>
    True,

    /// <summary>FALSE</summary>
    False,

    /// <summary>UNKNOWN</summary>
    Unknown,
}
