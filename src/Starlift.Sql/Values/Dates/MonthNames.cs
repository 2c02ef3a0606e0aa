using System.Text;

namespace Starlift.Sql.Values.Dates;

/// <summary>English month names, short or full, in any case.</summary>
public static class MonthNames
{
    static readonly string[] Names =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    /// <param name="month">1 to 12.</param>
    public static string NameOf(int month) => Names[month - 1];

    /// <summary>1 to 12; null where it is no month's name.</summary>
    public static int? Find(ReadOnlySpan<byte> name)
    {
        if (name.Length is < 3 or > 9)
        {
            return null;
        }

        for (var month = 0; month < Names.Length; month++)
        {
            var full = Names[month];
            if (Is(name, full) || Is(name, full.AsSpan(0, 3)) || (month == 8 && Is(name, "sept")))
            {
                return month + 1;
            }
        }

        return null;
    }

    static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<char> expected) => Ascii.EqualsIgnoreCase(name, expected);
}
