using System.Text;

namespace Starlift.History;

/// <summary>Text of any length and content as Starlift's own tables hold it.</summary>
static class HistoryText
{
    /// <summary>VARCHAR(MAX) of Redshift in bytes (Amazon Redshift: "Character types").</summary>
    const int MostBytes = 65_535;

    /// <summary>Without NUL, which no engine's text holds, and cut where it is too long.</summary>
    /// <param name="text">Any.</param>
    /// <param name="mostBytes">The column's length.</param>
    public static string Of(string text, int mostBytes = MostBytes)
    {
        var storable = text.Replace('\0', '\uFFFD');
        if (Encoding.UTF8.GetByteCount(storable) <= mostBytes)
        {
            return storable;
        }

        var bytes = Encoding.UTF8.GetBytes(storable);
        var end = mostBytes;
        // never within a character
        while ((bytes[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return Encoding.UTF8.GetString(bytes, 0, end);
    }
}
