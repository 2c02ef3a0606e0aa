namespace Starlift.Sql.Text;

/// <summary>A place in a text file. Line and column are 1-based; the column counts UTF-16 code units.</summary>
public readonly record struct SourcePlace(string File, int Line, int Column)
{
    /// <summary>The place of <paramref name="index"/> (0-based) in <paramref name="text"/>.</summary>
    public static SourcePlace Of(string file, string text, int index)
    {
        var before = text.AsSpan(0, Math.Min(index, text.Length));
        return new SourcePlace(file, before.Count('\n') + 1, before.Length - (before.LastIndexOf('\n') + 1) + 1);
    }

    public override string ToString() => $"{File}:{Line}:{Column}";
}
