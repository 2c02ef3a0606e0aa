using System.Text;
using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Texts;

/// <summary>Texts as BOOLEAN (Amazon Redshift: "Boolean type"; PostgreSQL takes beginnings of the words too).</summary>
public static class BooleanText
{
    /// <exception cref="ValueException">The text is none.</exception>
    public static bool Read(ReadOnlySpan<byte> text)
    {
        var word = text.Trim((byte)' ');
        return IsBeginning(word, "true"u8) || IsBeginning(word, "yes"u8) || word.SequenceEqual("1"u8) || Ascii.EqualsIgnoreCase(word, "on"u8)
            || (IsBeginning(word, "false"u8) || IsBeginning(word, "no"u8) || word.SequenceEqual("0"u8) || (word.Length > 1 && IsBeginning(word, "off"u8)) ? false
            : throw new ValueException(SqlStates.InvalidTextRepresentation, $"invalid input syntax for type boolean: \"{Encoding.UTF8.GetString(text)}\""));
    }

    static bool IsBeginning(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) =>
        !text.IsEmpty && text.Length <= word.Length && Ascii.EqualsIgnoreCase(text, word[..text.Length]);
}
