namespace Starlift.Sql.Values.Numbers;

/// <summary>One number on its way through a format, digit place by digit place.</summary>
ref struct NumberWriting
{
    readonly NumberFormat _format;
    readonly ReadOnlySpan<char> _digits;
    readonly bool _negative;
    readonly bool _overflows;

    /// <summary>Digit places left of the first digit.</summary>
    readonly int _blanks;

    /// <summary>The index of the last digit that FM keeps; −1 where all stay.</summary>
    readonly int _lastKept;
    readonly int _places;
    bool _signWritten;
    bool _begun;
    bool _closed;
    int _place;
    int _digit;

    public NumberWriting(NumberFormat format, ReadOnlySpan<char> digits, bool negative, int whole, bool overflows)
    {
        _format = format;
        _digits = digits;
        _negative = negative;
        _overflows = overflows;
        _blanks = Math.Max(0, format.Whole - whole);
        _lastKept = format.Fills && format.HasPoint ? LastKept(digits) : -1;
        _signWritten = format.PlacesSign || (!negative && format.Fills && !format.HasSign && !format.HasBrackets);
        _places = format.Whole + (format.HasPoint ? format.Scale + 1 : 0);
    }

    public void Write(TextBuffer text)
    {
        foreach (var (field, written) in _format.Patterns)
        {
            switch (field)
            {
                case NumberField.Nine or NumberField.Zero or NumberField.Point:
                    Place(field, text);
                    break;
                case NumberField.Group:
                    Group(text);
                    break;
                case NumberField.Currency:
                    text.Append('$');
                    break;
                case NumberField.Minus:
                    Mark(_negative, '-', text);
                    break;
                case NumberField.Plus:
                    Mark(!_negative, '+', text);
                    break;
                case NumberField.SignHere:
                    text.Append(_negative ? '-' : '+');
                    break;
                case NumberField.Ordinal when !_negative && !_format.HasPoint && !_overflows:
                    var ordinal = Ordinals.Of(_digits);
                    text.Append(written[0] == 't' ? ordinal.ToLowerInvariant() : ordinal);
                    break;
                case NumberField.Text:
                    text.Append(written);
                    break;
            }
        }
    }

    void Mark(bool holds, char sign, TextBuffer text)
    {
        if (holds)
        {
            text.Append(sign);
        }
        else if (!_format.Fills)
        {
            text.Append(' ');
        }
    }

    void Group(TextBuffer text)
    {
        if (_begun)
        {
            text.Append(',');
        }
        else if (!_format.Fills)
        {
            text.Append(' ');
        }
    }

    // ".5" for 0.5 where no 0 asks for the digit before the point
    readonly bool IsLoneZero => _format.FirstZero < 0 && _digit == 0 && _digits is ['0', '.', ..];

    readonly bool DropsAllDecimals => _lastKept >= 0 && _digits[_lastKept] == '.';

    void Place(NumberField field, TextBuffer text)
    {
        var hasZero = _format.FirstZero >= 0;
        if (!_signWritten && (_place >= _blanks || (hasZero && _format.FirstZero == _place)) && (!IsLoneZero || DropsAllDecimals))
        {
            Sign(text);
        }

        if (_place < _blanks)
        {
            if (hasZero && _format.FirstZero <= _place)
            {
                text.Append('0');
                _begun = true;
            }
            else if (!_format.Fills)
            {
                text.Append(' ');
            }
        }
        else if (_digit < _digits.Length)
        {
            Digit(field, text);
            _digit++;
        }

        _place++;
        if (_place == _places || (_lastKept >= 0 && _digit == _lastKept + 1 && _place < _places && !HasZeroAhead()))
        {
            SignBehind(text);
        }
    }

    readonly bool HasZeroAhead() => _format.LastZero + 1 > _place && _format.LastZero > _format.Whole;

    void Digit(NumberField field, TextBuffer text)
    {
        var digit = _digits[_digit];
        if (digit == '.')
        {
            text.Append('.');
        }
        else if (_lastKept >= 0 && _digit > _lastKept && field != NumberField.Zero)
        {
            return;
        }
        else if (IsLoneZero)
        {
            if (DropsAllDecimals)
            {
                text.Append('0');
            }
            else if (!_format.Fills)
            {
                text.Append(' ');
            }
        }
        else
        {
            text.Append(digit);
            _begun = true;
        }
    }

    void Sign(TextBuffer text)
    {
        if (_format.HasSign)
        {
            if (!_format.SignIsLast)
            {
                text.Append(_negative ? '-' : '+');
                _signWritten = true;
            }
        }
        else if (_format.HasBrackets)
        {
            Append(text, _negative, '<');
        }
        else
        {
            Append(text, _negative, '-');
        }
    }

    void Append(TextBuffer text, bool negative, char sign)
    {
        if (negative)
        {
            text.Append(sign);
        }
        else if (!_format.Fills)
        {
            text.Append(' ');
        }

        _signWritten = true;
    }

    void SignBehind(TextBuffer text)
    {
        if (_format.HasSign && _format.SignIsLast && !_signWritten)
        {
            text.Append(_negative ? '-' : '+');
            _signWritten = true;
        }
        else if (_format.HasBrackets && _signWritten && !_closed)
        {
            Close(text);
        }
    }

    void Close(TextBuffer text)
    {
        _closed = true;
        if (_negative)
        {
            text.Append('>');
        }
        else if (!_format.Fills)
        {
            text.Append(' ');
        }
    }

    readonly int LastKept(ReadOnlySpan<char> digits)
    {
        var point = digits.IndexOf('.');
        if (point < 0)
        {
            return -1;
        }

        var last = point + 1 + digits[(point + 1)..].LastIndexOfAnyExcept('0');
        // a 0 in the format keeps its digit
        return _format.LastZero > _format.Whole ? Math.Max(last, point + _format.LastZero - _format.Whole) : last;
    }
}
