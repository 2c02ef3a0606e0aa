using System.Runtime.InteropServices;
using Starlift.Sql;

namespace Starlift.Copying;

/// <summary>Tells whether a DECIMAL holds all that a JSON number says, whose double may say something else.</summary>
static class DecimalDigits
{
    /// <summary>Powers of ten that fit with fifteen digits into 64 bits.</summary>
    static ReadOnlySpan<ulong> Powers => [1, 10, 100, 1_000, 10_000];

    /// <param name="literal">The number; the scanner's padding follows it.</param>
    /// <param name="type">DECIMAL with its precision and scale.</param>
    /// <param name="unscaled">What became of it: the value times 10^scale.</param>
    public static bool AreIn(ReadOnlySpan<byte> literal, SqlType type, Int128 unscaled)
    {
        ref var data = ref MemoryMarshal.GetReference(literal);
        var at = literal[0] == '-' ? 1 : 0;
        var length = ExpressDigits.Read(ref data, at, out var whole);
        at += length;
        ulong fraction = 0;
        var places = at < literal.Length && literal[at] == '.' ? ExpressDigits.Read(ref data, at + 1, out fraction) : 0;
        var rest = type.Scale - places;
        if (length == 0 || places == 0 || at + 1 + places != literal.Length || length + places > ExpressDigits.Most || rest < 0 || rest >= Powers.Length)
        {
            // Exponents and long numbers are rare, and so may cost more.
            return DecimalConversion.TryParse(literal, type, round: false, out var exact, out var isCut, out _) && !isCut && exact == unscaled;
        }

        return ((whole * ExpressDigits.Power(places)) + fraction) * Powers[rest] == (ulong)Int128.Abs(unscaled);
    }
}
