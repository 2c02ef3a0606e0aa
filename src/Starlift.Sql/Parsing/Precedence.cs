namespace Starlift.Sql.Parsing;

/// <summary>How tightly operators bind, loosest first (Amazon Redshift: "Compound expressions", "Logical conditions").</summary>
enum Precedence
{
    Any,
    Or,
    And,
    Not,
    Comparison,
    Membership,
    Is,
    OtherOperator,
    Bitwise,
    Additive,
    Absolute,
    Multiplicative,
    Power,
    AtTimeZone,
    Sign,
}
