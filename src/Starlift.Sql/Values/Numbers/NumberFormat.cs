using System.Text;
using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Numbers;

/// <summary>The format of TO_CHAR of a number and of TO_NUMBER (Amazon Redshift: "Numeric format strings"). Immutable.</summary>
public sealed class NumberFormat
{
    static readonly (string Word, NumberField Field)[] Known =
    [
        ("FM", NumberField.Fill), ("MI", NumberField.Minus), ("PL", NumberField.Plus), ("PR", NumberField.Brackets), ("RN", NumberField.Roman),
        ("SG", NumberField.SignHere), ("TH", NumberField.Ordinal), ("9", NumberField.Nine), ("0", NumberField.Zero), (".", NumberField.Point),
        ("D", NumberField.Point), (",", NumberField.Group), ("G", NumberField.Group), ("S", NumberField.Sign), ("L", NumberField.Currency),
    ];

    readonly (NumberField Field, string Written)[] _patterns;

    NumberFormat((NumberField Field, string Written)[] patterns)
    {
        _patterns = patterns;
        foreach (var (field, written) in patterns)
        {
            Note(field, written);
        }

        // S behind all digits of a number without decimals
        SignIsLast |= HasSign && !HasPoint && _digitsAtSign == Whole && Whole > 0;
    }

    int _digitsAtSign = -1;

    internal ReadOnlySpan<(NumberField Field, string Written)> Patterns => _patterns;

    /// <summary>Digits left of the point.</summary>
    public int Whole { get; private set; }

    /// <summary>Digits right of the point: the scale of what TO_NUMBER reads.</summary>
    public int Scale { get; private set; }

    internal bool Fills { get; private set; }

    internal bool HasPoint { get; private set; }

    internal bool IsRoman { get; private set; }

    internal bool IsRomanLower { get; private set; }

    internal bool HasSign { get; private set; }

    internal bool SignIsLast { get; private set; }

    internal bool HasBrackets { get; private set; }

    /// <summary>MI or SG: the number itself has no sign.</summary>
    internal bool PlacesSign { get; private set; }

    /// <summary>PL, beside which a minus stands where it would without.</summary>
    internal bool HasPlus { get; private set; }

    /// <summary>The index of the first 0 among the digits; −1 without.</summary>
    internal int FirstZero { get; private set; } = -1;

    /// <summary>How many digits there are up to the last 0.</summary>
    internal int LastZero { get; private set; }

    /// <exception cref="ValueException">Patterns contradict each other.</exception>
    public static NumberFormat Parse(string text)
    {
        var patterns = new List<(NumberField, string)>();
        var literal = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '"')
            {
                for (at++; at < text.Length && text[at] != '"'; at++)
                {
                    at += text[at] == '\\' && at + 1 < text.Length ? 1 : 0;
                    literal.Append(text[at]);
                }

                at++;
                continue;
            }

            var known = Array.Find(Known, known => string.Compare(text, at, known.Word, 0, known.Word.Length, StringComparison.OrdinalIgnoreCase) == 0);
            if (known.Word is null)
            {
                literal.Append(text[at++]);
                continue;
            }

            Flush(literal, patterns);
            patterns.Add((known.Field, text.Substring(at, known.Word.Length)));
            at += known.Word.Length;
        }

        Flush(literal, patterns);
        return new NumberFormat([.. patterns]);
    }

    void Note(NumberField field, string written)
    {
        switch (field)
        {
            case NumberField.Nine or NumberField.Zero:
                if (field == NumberField.Zero)
                {
                    FirstZero = FirstZero < 0 && !HasPoint ? Whole : FirstZero;
                    LastZero = Whole + Scale + 1;
                }

                Whole += HasPoint ? 0 : 1;
                Scale += HasPoint ? 1 : 0;
                break;
            case NumberField.Point:
                HasPoint = !HasPoint ? true : throw Bad("multiple decimal points");
                break;
            case NumberField.Fill:
                Fills = true;
                break;
            case NumberField.Roman:
                IsRoman = true;
                IsRomanLower = written[0] == 'r';
                break;
            case NumberField.Sign:
                if (HasSign || PlacesSign || HasPlus || HasBrackets)
                {
                    throw Bad(HasSign ? "cannot use \"S\" twice" : "cannot use \"S\" and \"PL\"/\"MI\"/\"SG\"/\"PR\" together");
                }

                HasSign = true;
                SignIsLast = HasPoint;
                _digitsAtSign = Whole;
                break;
            case NumberField.Plus:
                HasPlus = !HasSign ? true : throw Bad("cannot use \"S\" and \"PL\"/\"MI\"/\"SG\"/\"PR\" together");
                break;
            case NumberField.Minus or NumberField.SignHere:
                PlacesSign = !HasSign ? true : throw Bad("cannot use \"S\" and \"PL\"/\"MI\"/\"SG\"/\"PR\" together");
                break;
            case NumberField.Brackets:
                HasBrackets = !HasSign && !PlacesSign && !HasPlus ? true : throw Bad("cannot use \"PR\" and \"S\"/\"PL\"/\"MI\"/\"SG\" together");
                break;
        }
    }

    static void Flush(StringBuilder literal, List<(NumberField, string)> patterns)
    {
        if (literal.Length > 0)
        {
            patterns.Add((NumberField.Text, literal.ToString()));
            literal.Clear();
        }
    }

    static ValueException Bad(string message) => new(SqlStates.SyntaxError, message);
}
