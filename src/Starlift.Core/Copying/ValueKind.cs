namespace Starlift.Copying;

/// <summary>What a column's value is in the record at hand.</summary>
enum ValueKind : byte
{
    /// <summary>No such member: NULL.</summary>
    Missing,

    /// <summary>The path asks for an element of something that is no array or has too few.</summary>
    MissingElement,
    Null,
    True,
    False,

    /// <summary>Digits and sign only.</summary>
    Integer,

    /// <summary>With a fraction or an exponent.</summary>
    Fraction,

    /// <summary>Without escapes: its bytes are its value.</summary>
    String,
    EscapedString,
    Object,
    Array,

    /// <summary>The path asks for a member of something that is no object.</summary>
    NotAnObject,

    /// <summary>A field of CSV: a text, and JSON where its column is SUPER.</summary>
    Field,
}
