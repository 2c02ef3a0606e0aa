using System.Globalization;

namespace Starlift.Postgres.Copying;

/// <summary>
/// jsonb holds text, and PostgreSQL's text holds neither NUL nor half of a surrogate pair: such escapes become \ufffd, where Redshift's
/// SUPER keeps them.
/// </summary>
static class JsonbEscapes
{
    const int EscapeLength = 6;

    /// <summary>Replaces them in place; the JSON is well-formed.</summary>
    public static void Replace(Span<byte> json)
    {
        var at = 0;
        while (json[at..].IndexOf((byte)'\\') is var found and >= 0)
        {
            at += found;
            if (json[at + 1] != 'u')
            {
                at += 2;
                continue;
            }

            var unit = Unit(json, at);
            if (char.IsHighSurrogate(unit) && IsLowSurrogate(json, at + EscapeLength))
            {
                at += 2 * EscapeLength;
                continue;
            }

            if (unit == '\0' || char.IsSurrogate(unit))
            {
                "fffd"u8.CopyTo(json[(at + 2)..]);
            }

            at += EscapeLength;
        }
    }

    static bool IsLowSurrogate(Span<byte> json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u' && char.IsLowSurrogate(Unit(json, at));

    static char Unit(Span<byte> json, int at) =>
        (char)ushort.Parse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
