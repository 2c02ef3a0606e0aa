namespace Starlift.Sql.Text;

/// <summary>A text whose variables are filled in, with the way back to the text as written.</summary>
/// <param name="Original">As the file holds it.</param>
/// <param name="Text">Filled in.</param>
/// <param name="Fills">What was replaced, in order.</param>
public sealed record FilledText(string Original, string Text, IReadOnlyList<Fill> Fills)
{
    /// <summary>
    /// Where in <see cref="Original"/> the character at <paramref name="index"/> of <see cref="Text"/> comes from; a character of a
    /// variable's value comes from the start of its reference.
    /// </summary>
    public int OriginalIndex(int index)
    {
        var shift = 0;
        foreach (var fill in Fills)
        {
            if (index < fill.Start)
            {
                break;
            }

            if (index < fill.Start + fill.Length)
            {
                return fill.OriginalStart;
            }

            shift = fill.OriginalStart + fill.OriginalLength - (fill.Start + fill.Length);
        }

        return index + shift;
    }
}
