namespace Starlift.DuckDb;

/// <summary>A piece of a date format.</summary>
/// <param name="Pattern">In upper case; null where the piece stands for itself.</param>
/// <param name="Text">As written.</param>
/// <param name="Fill">False with FM: no leading zeros, no blanks behind a name.</param>
readonly record struct DateFormatPiece(string? Pattern, string Text, bool Fill)
{
    public LetterCase Case => Pattern is not ("MONTH" or "MON" or "DAY" or "DY" or "AM" or "PM") || IsTitle ? LetterCase.Title
        : char.IsUpper(Text[0]) ? LetterCase.Upper : LetterCase.Lower;

    /// <summary>True where DuckDB's own specifier writes something else.</summary>
    public bool Changed => (Pattern is "MONTH" or "DAY" && Fill)
        || Case == LetterCase.Lower
        || (Case == LetterCase.Upper && Pattern is not ("AM" or "PM"));

    bool IsTitle => char.IsUpper(Text[0]) && char.IsLower(Text[1]);
}
