namespace Starlift.Sql.Text;

/// <summary>A stretch of a SQL file: a whole file, or one statement of it.</summary>
/// <param name="File">The file's name as the user knows it.</param>
/// <param name="Text">The whole file, variables filled in.</param>
/// <param name="Start">0-based index of the stretch's first character.</param>
/// <param name="Length">Its length in characters.</param>
public sealed record SqlSource(string File, string Text, int Start, int Length)
{
    public SqlSource(string file, string text)
        : this(file, text, 0, text.Length)
    {
    }

    /// <summary>How <see cref="Text"/> came about; null where it is what the file holds. Places point into the file as it is.</summary>
    public FilledText? Filled { get; init; }

    /// <summary>The stretch itself, as the user wrote it.</summary>
    public string Sql => Text.Substring(Start, Length);

    /// <summary>The place in the file of <paramref name="index"/>, which counts from the start of the file.</summary>
    public SourcePlace PlaceOf(int index) => Filled is null
        ? SourcePlace.Of(File, Text, index)
        : SourcePlace.Of(File, Filled.Original, Filled.OriginalIndex(index));
}
