namespace Starlift.Bench;

/// <summary>
/// What a job has made: for each table its number of rows, and a checksum of all its values that does not depend on the order of rows
/// and is the same on every engine.
/// </summary>
sealed record Fingerprint(IReadOnlyList<TableFingerprint> Tables)
{
    public static Fingerprint None { get; } = new([]);

    /// <summary>From lines of name, rows and checksum with tabs between.</summary>
    public static Fingerprint Parse(string lines) => new(
    [
        .. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split('\t'))
            .Select(fields => new TableFingerprint(fields[0], long.Parse(fields[1], System.Globalization.CultureInfo.InvariantCulture), fields[2])),
    ]);

    public bool Matches(Fingerprint other) => Tables.SequenceEqual(other.Tables);

    public override string ToString() => string.Join(", ", Tables);
}
