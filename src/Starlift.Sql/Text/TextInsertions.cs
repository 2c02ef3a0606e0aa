using System.Text;

namespace Starlift.Sql.Text;

/// <summary>Puts words into a statement's text; places still point into what the user wrote.</summary>
public static class TextInsertions
{
    /// <summary>The statement with the words at their places.</summary>
    /// <param name="source">The statement.</param>
    /// <param name="words">Each with its 0-based place in the file's text, in order.</param>
    public static SqlSource Into(SqlSource source, IReadOnlyList<(int Place, string Words)> words)
    {
        if (words.Count == 0)
        {
            return source;
        }

        var text = new StringBuilder();
        var added = new List<Fill>();
        var from = 0;
        foreach (var (place, inserted) in words)
        {
            text.Append(source.Text, from, place - from);
            added.Add(new Fill(source.Filled?.OriginalIndex(place) ?? place, 0, text.Length, inserted.Length));
            text.Append(inserted);
            from = place;
        }

        var whole = text.Append(source.Text, from, source.Text.Length - from).ToString();
        var before = source.Filled?.Fills.Select(fill => Moved(fill, words)) ?? [];
        // within the value of a variable all comes from its reference
        var fills = before.Concat(added.Where(add => !before.Any(fill => fill.Start < add.Start && add.Start < fill.Start + fill.Length))).OrderBy(fill => fill.Start).ToList();
        return source with
        {
            Text = whole,
            Start = source.Start + words.Where(word => word.Place < source.Start).Sum(word => word.Words.Length),
            Length = source.Length + words.Where(word => word.Place >= source.Start).Sum(word => word.Words.Length),
            Filled = new FilledText(source.Filled?.Original ?? source.Text, whole, fills),
        };
    }

    static Fill Moved(Fill fill, IReadOnlyList<(int Place, string Words)> words) => fill with
    {
        Start = fill.Start + words.Where(word => word.Place <= fill.Start).Sum(word => word.Words.Length),
        Length = fill.Length + words.Where(word => word.Place > fill.Start && word.Place < fill.Start + fill.Length).Sum(word => word.Words.Length),
    };
}
