namespace Starlift.Sql.Tree;

/// <summary>Operators between two operands. The others of PostgreSQL are refused.</summary>
public enum BinaryOperator
{
    /// <summary>OR</summary>
    Or,

    /// <summary>AND</summary>
    And,

    /// <summary>=</summary>
    Equal,

    /// <summary>&lt;&gt; and !=</summary>
    NotEqual,

    /// <summary>&lt;</summary>
    Less,

    /// <summary>&gt;</summary>
    Greater,

    /// <summary>&lt;=</summary>
    LessOrEqual,

    /// <summary>&gt;=</summary>
    GreaterOrEqual,

    /// <summary>+</summary>
    Add,

    /// <summary>-</summary>
    Subtract,

    /// <summary>*</summary>
    Multiply,

    /// <summary>/</summary>
    Divide,

    /// <summary>%</summary>
    Modulo,

    /// <summary>^</summary>
    Power,

    /// <summary>||</summary>
    Concatenate,

    /// <summary>&amp;</summary>
    BitwiseAnd,

    /// <summary>|</summary>
    BitwiseOr,

    /// <summary>#</summary>
    BitwiseXor,

    /// <summary>&lt;&lt;</summary>
    ShiftLeft,

    /// <summary>&gt;&gt;</summary>
    ShiftRight,

    /// <summary>~, a POSIX pattern.</summary>
    Match,

    /// <summary>!~</summary>
    NotMatch,

    /// <summary>~*</summary>
    MatchIgnoringCase,

    /// <summary>!~*</summary>
    NotMatchIgnoringCase,

    /// <summary>~~, the operator of LIKE.</summary>
    Like,

    /// <summary>!~~</summary>
    NotLike,

    /// <summary>~~*</summary>
    ILike,

    /// <summary>!~~*</summary>
    NotILike,

    /// <summary>-&gt;, of PostgreSQL's JSON; Redshift refuses it.</summary>
    Arrow,

    /// <summary>-&gt;&gt;, of PostgreSQL's JSON; Redshift refuses it.</summary>
    LongArrow,

    /// <summary>@&gt;, of arrays and JSON; Redshift refuses it.</summary>
    Contains,

    /// <summary>&lt;@, of arrays and JSON; Redshift refuses it.</summary>
    ContainedIn,
}
