using System.Text;

namespace Starlift.Copying;

/// <summary>English month names, short or full, in any case.</summary>
static class MonthNames
{
    static readonly string[] Names =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

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
