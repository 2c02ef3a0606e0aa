namespace Starlift.Sql.Meaning.Types;

/// <summary>The groups within which types convert to a common type by themselves (PostgreSQL 8.0: type categories).</summary>
public enum TypeCategory : byte
{
    Unknown,
    Boolean,
    Number,
    Text,
    DateTime,
    TimeOfDay,
    Interval,
    Super,
    Varbyte,
    Other,
}
