namespace Starlift.Sql.Text;

/// <summary>One reference to a variable and the value that took its place; indexes are 0-based.</summary>
public sealed record Fill(int OriginalStart, int OriginalLength, int Start, int Length);
