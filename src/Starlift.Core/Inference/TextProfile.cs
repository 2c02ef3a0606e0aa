using System.Text;

namespace Starlift.Inference;

/// <summary>The texts that were seen at one path.</summary>
sealed class TextProfile
{
    /// <summary>More different texts than a list of them is worth.</summary>
    const int MostListed = 6;

    /// <summary>Longer texts are not listed.</summary>
    const int LongestListed = 40;

    readonly long[] _shapes = new long[Enum.GetValues<TextShape>().Length];
    readonly Dictionary<string, long> _listed = new(StringComparer.Ordinal);
    bool _tooMany;

    public long Count { get; private set; }

    public long Empty { get; private set; }

    /// <summary>Those that hold half of a surrogate pair, which no text column takes.</summary>
    public long Broken { get; private set; }

    /// <summary>In UTF-8, empty ones left out.</summary>
    public int MinBytes { get; private set; } = int.MaxValue;

    public int MaxBytes { get; private set; }

    /// <summary>Of those that are decimals: digits before and behind the point.</summary>
    public int MaxWholeDigits { get; private set; }

    /// <inheritdoc cref="MaxWholeDigits"/>
    public int MaxScale { get; private set; }

    public long Filled => Count - Empty;

    /// <summary>The different texts, where they are few, short, and seen often enough to be a list of what there is.</summary>
    public IReadOnlyList<string> Listed => _tooMany || Filled < 4L * _listed.Count ? [] : [.. _listed.Keys.Order(StringComparer.Ordinal)];

    public void Add(string text)
    {
        Count++;
        if (text.Length == 0)
        {
            Empty++;
            return;
        }

        var bytes = Encoding.UTF8.GetByteCount(text);
        (MinBytes, MaxBytes) = (Math.Min(MinBytes, bytes), Math.Max(MaxBytes, bytes));
        var shape = TextShapes.Of(text);
        _shapes[(int)shape]++;
        if (shape is TextShape.Integer or TextShape.Decimal)
        {
            var digits = text.TrimStart('-').Split('.');
            MaxWholeDigits = Math.Max(MaxWholeDigits, digits[0].Length);
            MaxScale = Math.Max(MaxScale, digits.Length > 1 ? digits[1].Length : 0);
        }

        List(text);
    }

    /// <summary>One that can't be decoded.</summary>
    public void AddBroken() => (Count, Broken) = (Count + 1, Broken + 1);

    /// <summary>There are texts, and all but empty ones have one of the shapes.</summary>
    public bool AreAll(params ReadOnlySpan<TextShape> shapes)
    {
        long sum = 0;
        foreach (var shape in shapes)
        {
            sum += _shapes[(int)shape];
        }

        return sum > 0 && sum == Filled;
    }

    public bool HasAny(TextShape shape) => _shapes[(int)shape] > 0;

    void List(string text)
    {
        if (_tooMany)
        {
            return;
        }

        _listed[text] = _listed.GetValueOrDefault(text) + 1;
        if (text.Length > LongestListed || _listed.Count > MostListed)
        {
            _tooMany = true;
            _listed.Clear();
        }
    }
}
