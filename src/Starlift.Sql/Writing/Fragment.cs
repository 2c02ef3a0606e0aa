using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Starlift.Sql.Text;

namespace Starlift.Sql.Writing;

/// <summary>
/// A piece of an engine's text that knows which place of the statement each part comes from. An interpolated string makes one:
/// <c>Fragment sum = $"({a} + {b})"</c>. Immutable once it is made.
/// </summary>
[InterpolatedStringHandler]
public sealed class Fragment
{
    // each a string or a fragment
    readonly List<object> _parts;
    TextSpan? _span;
    Fragment? _inner;

    /// <summary>For the compiler, which makes one of an interpolated string.</summary>
    public Fragment(int literalLength, int formattedCount) => _parts = new List<object>((formattedCount * 2) + 1);

    Fragment(List<object> parts)
    {
        _parts = parts;
        foreach (var part in parts)
        {
            Length += part is Fragment fragment ? fragment.Length : ((string)part).Length;
        }
    }

    /// <summary>No text.</summary>
    public static Fragment Empty { get; } = new([]);

    /// <summary>How many characters the text has; a fragment may stand in others many times.</summary>
    public double Length { get; private set; }

    /// <summary>True where there is no text.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>What stands between the brackets that <see cref="InBrackets"/> has put around it; the fragment itself without such.</summary>
    public Fragment Bare => _inner ?? this;

    /// <summary>The text itself.</summary>
    public static Fragment Of(string text) => new([text]);

    /// <summary>The fragments with the separator between them.</summary>
    public static Fragment Join(string separator, IEnumerable<Fragment> fragments)
    {
        var parts = new List<object>();
        foreach (var fragment in fragments)
        {
            if (parts.Count > 0)
            {
                parts.Add(separator);
            }

            parts.Add(fragment);
        }

        return new Fragment(parts);
    }

    /// <summary>With brackets around it, which <see cref="Bare"/> takes off again where they aren't needed.</summary>
    public Fragment InBrackets() => _inner is null ? new Fragment(["(", this, ")"]) { _inner = this } : this;

    /// <summary>The same, as what <paramref name="span"/> of the statement says; of parts inside it their own spans stay.</summary>
    public Fragment At(TextSpan span) => new([this]) { _span = span, _inner = _inner?.At(span) };

    public void AppendLiteral(string text) => Append(text, text.Length);

    public void AppendFormatted(Fragment fragment) => Append(fragment, fragment.Length);

    public void AppendFormatted(string text) => Append(text, text.Length);

    public void AppendFormatted(long number) => AppendFormatted(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The text with its places.</summary>
    public WrittenSql Written()
    {
        var text = new StringBuilder();
        var places = new List<WrittenPlace>();
        // a span is closed when the number of its place comes up
        var open = new Stack<object>([this]);
        while (open.TryPop(out var next))
        {
            switch (next)
            {
                case string part:
                    text.Append(part);
                    break;
                case Fragment fragment:
                    if (fragment._span is { } span)
                    {
                        open.Push(places.Count);
                        places.Add(new WrittenPlace(text.Length, text.Length, span));
                    }

                    for (var i = fragment._parts.Count - 1; i >= 0; i--)
                    {
                        open.Push(fragment._parts[i]);
                    }

                    break;
                case int index:
                    places[index] = places[index] with { End = text.Length };
                    break;
            }
        }

        return new WrittenSql(text.ToString(), places);
    }

    /// <summary>The text alone.</summary>
    public override string ToString() => Written().Text;

    void Append(object part, double length)
    {
        _parts.Add(part);
        Length += length;
    }
}
