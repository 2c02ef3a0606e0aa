using System.Globalization;

namespace Starlift.Sql.Values;

/// <summary>A text that grows. One is used for many values, so that none of them costs memory; not thread-safe.</summary>
public sealed class TextBuffer
{
    char[] _chars = new char[128];
    int _length;

    /// <summary>What was written since <see cref="Clear"/>; valid until the next change.</summary>
    public ReadOnlySpan<char> Written => _chars.AsSpan(0, _length);

    public int Length => _length;

    public void Clear() => _length = 0;

    /// <summary>Drops what stands behind the index.</summary>
    public void Cut(int length) => _length = Math.Min(_length, length);

    /// <summary>Writes over the character at the index.</summary>
    public void SetAt(int index, char c) => _chars[index] = c;

    public void Append(char c) => Take(1)[0] = c;

    public void Append(char c, int count) => Take(Math.Max(0, count)).Fill(c);

    public void Append(ReadOnlySpan<char> text) => text.CopyTo(Take(text.Length));

    /// <summary>The number with zeros in front to so many digits; a sign counts as none.</summary>
    public void Append(long number, int digits = 1)
    {
        Span<char> text = stackalloc char[24];
        UInt128 magnitude = number < 0 ? (UInt128)(-(Int128)number) : (UInt128)number;
        magnitude.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        if (number < 0)
        {
            Append('-');
        }

        Append('0', digits - length);
        Append(text[..length]);
    }

    /// <summary>A code point of Unicode.</summary>
    public void Append(System.Text.Rune rune)
    {
        Span<char> text = stackalloc char[2];
        Append(text[..rune.EncodeToUtf16(text)]);
    }

    public override string ToString() => new(_chars, 0, _length);

    Span<char> Take(int count)
    {
        if (_length + count > _chars.Length)
        {
            Array.Resize(ref _chars, Math.Max(_chars.Length * 2, _length + count));
        }

        _length += count;
        return _chars.AsSpan(_length - count, count);
    }
}
