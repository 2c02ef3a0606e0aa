namespace Starlift.Sql.Text;

/// <summary>A stretch of a text.</summary>
/// <param name="Start">0-based index of its first character.</param>
/// <param name="End">0-based index behind its last character.</param>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>From the start of one to the end of the other.</summary>
    public static TextSpan Between(TextSpan first, TextSpan last) => new(first.Start, last.End);
}
