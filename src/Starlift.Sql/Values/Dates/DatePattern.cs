namespace Starlift.Sql.Values.Dates;

/// <summary>One piece of a datetime format.</summary>
/// <param name="Field">What it stands for.</param>
/// <param name="Written">As it is written; of <see cref="DateField.Text"/> the text itself.</param>
/// <param name="Digits">How many digits it has; of <see cref="DateField.YearDigits"/> and <see cref="DateField.IsoYear"/> how many of the year.</param>
readonly record struct DatePattern(DateField Field, string Written, int Digits)
{
    /// <summary>FM in front: no padding.</summary>
    public bool Fills { get; init; }

    /// <summary>th or TH behind; null without.</summary>
    public string? Ordinal { get; init; }

    /// <summary>All letters are small.</summary>
    public bool IsLower => char.IsAsciiLetterLower(Written[0]);

    /// <summary>The first letter is large, the second small.</summary>
    public bool IsCapitalized => !IsLower && Written.Length > 1 && char.IsAsciiLetterLower(Written[1]);

    public bool IsNumber => Field is not (DateField.Text or DateField.MonthName or DateField.MonthShort or DateField.MonthRoman or DateField.DayName or DateField.DayShort
        or DateField.HalfDay or DateField.HalfDayDots or DateField.Era or DateField.EraDots or DateField.Zone or DateField.Offset);
}
