namespace Starlift.Sql.Tree;

/// <summary>Operators before an operand.</summary>
public enum UnaryOperator
{
    /// <summary>+</summary>
    Plus,

    /// <summary>-</summary>
    Minus,

    /// <summary>NOT</summary>
    Not,

    /// <summary>~</summary>
    BitwiseNot,

    /// <summary>|/</summary>
    SquareRoot,

    /// <summary>||/</summary>
    CubeRoot,

    /// <summary>@</summary>
    Absolute,

    /// <summary>PRIOR, in CONNECT BY.</summary>
    Prior,
}
