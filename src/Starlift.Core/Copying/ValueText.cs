namespace Starlift.Copying;

/// <summary>A JSON value's text, as COPY sees it before it becomes a column's type. Not thread-safe: one a reader.</summary>
sealed class ValueText
{
    byte[] _text = new byte[4_096];

    /// <summary>Valid until the next call.</summary>
    /// <param name="value">As the scanner noted it.</param>
    /// <param name="kind">Neither missing nor null.</param>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> value, ValueKind kind)
    {
        switch (kind)
        {
            case ValueKind.String or ValueKind.Integer or ValueKind.Field:
                return value;
            case ValueKind.True:
                return "true"u8;
            case ValueKind.False:
                return "false"u8;
            case ValueKind.Fraction when NumberText.TryWhole(value, out var whole):
                return whole;
        }

        var target = Room(Math.Max(value.Length, NumberText.MaxLength));
        var length = kind switch
        {
            ValueKind.EscapedString => JsonText.Unescape(value, target),
            ValueKind.Fraction => NumberText.Format(NumberText.ToDouble(value), target),
            _ => JsonText.Unindent(value, target),
        };
        return target[..length];
    }

    /// <summary>The value as JSON without white space between its parts. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Json(ReadOnlySpan<byte> value, ValueKind kind)
    {
        var target = Room(value.Length + 2);
        if (kind is not (ValueKind.String or ValueKind.EscapedString))
        {
            return target[..JsonText.Minify(value, target)];
        }

        target[0] = (byte)'"';
        value.CopyTo(target[1..]);
        target[value.Length + 1] = (byte)'"';
        return target[..(value.Length + 2)];
    }

    Span<byte> Room(int length)
    {
        if (_text.Length < length)
        {
            _text = new byte[Math.Max(_text.Length * 2, length)];
        }

        return _text;
    }
}
