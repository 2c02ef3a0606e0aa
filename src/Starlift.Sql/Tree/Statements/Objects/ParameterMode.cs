namespace Starlift.Sql.Tree;

/// <summary>Which way a parameter's value goes.</summary>
public enum ParameterMode
{
    /// <summary>IN, or nothing.</summary>
    In,

    /// <summary>OUT</summary>
    Out,

    /// <summary>INOUT</summary>
    InOut,
}
