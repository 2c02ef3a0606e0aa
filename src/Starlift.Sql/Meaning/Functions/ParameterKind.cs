namespace Starlift.Sql.Meaning.Functions;

/// <summary>What a parameter takes.</summary>
public enum ParameterKind : byte
{
    /// <summary>The type that it states, of any length and digits.</summary>
    Type,

    /// <summary>Any number, which keeps its type.</summary>
    Number,

    /// <summary>Any integer, which keeps its type.</summary>
    Integer,

    /// <summary>Any type, which it keeps.</summary>
    Any,

    /// <summary>Any type that all such arguments have in common.</summary>
    Common,

    /// <summary>Anything that may stand in a SUPER value.</summary>
    Element,

    /// <summary>A date part: a word or a text that is one.</summary>
    DatePart,
}
