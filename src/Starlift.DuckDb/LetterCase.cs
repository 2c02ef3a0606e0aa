namespace Starlift.DuckDb;

/// <summary>How a name of a month or day is written.</summary>
enum LetterCase
{
    /// <summary>Monday.</summary>
    Title,

    /// <summary>MONDAY.</summary>
    Upper,

    /// <summary>monday.</summary>
    Lower,
}
