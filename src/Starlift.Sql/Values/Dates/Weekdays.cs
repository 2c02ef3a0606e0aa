namespace Starlift.Sql.Values.Dates;

/// <summary>Days of the week by their names (Amazon Redshift: "NEXT_DAY function").</summary>
public static class Weekdays
{
    static readonly (string Full, string[] Short)[] Names =
    [
        ("sunday", ["su", "sun"]), ("monday", ["m", "mo", "mon"]), ("tuesday", ["tu", "tue", "tues"]), ("wednesday", ["w", "we", "wed"]),
        ("thursday", ["th", "thu", "thurs"]), ("friday", ["f", "fr", "fri"]), ("saturday", ["sa", "sat"]),
    ];

    /// <summary>0, which is Sunday, to 6, in any case; null where it is no day's name.</summary>
    public static int? Find(ReadOnlySpan<char> name)
    {
        for (var day = 0; day < Names.Length; day++)
        {
            if (name.Equals(Names[day].Full, StringComparison.OrdinalIgnoreCase))
            {
                return day;
            }

            foreach (var abbreviation in Names[day].Short)
            {
                if (name.Equals(abbreviation, StringComparison.OrdinalIgnoreCase))
                {
                    return day;
                }
            }
        }

        return null;
    }
}
