using System.Text;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Sql;

namespace Starlift.Copying;

/// <summary>What the keys of objects say for the columns that take it.</summary>
public static class KeyValues
{
    /// <summary>A value a column of the pattern.</summary>
    /// <param name="copy">States the pattern.</param>
    /// <param name="version">The object.</param>
    /// <exception cref="ConfigurationException">Its key does not fit.</exception>
    public static IReadOnlyList<string?> Of(CopyStatement copy, ObjectVersion version) => copy.Keys!.ValuesOf(version.Uri)
        ?? throw new ConfigurationException(
            $"the load takes {string.Join(", ", copy.Keys.Columns)} from keys, and {version.Uri} has no '{copy.Keys}'",
            copy.Source.PlaceOf(copy.Source.Start),
            "mend the header's keys, or let the COPY's FROM leave the object out");

    /// <summary>The same in UTF-8, as values of records are.</summary>
    internal static byte[]?[] BytesOf(CopyStatement copy, ObjectVersion version) => [.. Of(copy, version).Select(value => value is null ? null : Encoding.UTF8.GetBytes(value))];

    /// <summary>Keys are no records: what a COPY says of values of records does not hold for them, as on Redshift, where an UPDATE sets them.</summary>
    internal static ConversionOptions OptionsOf(CopyStatement copy) => ConversionOptions.Of(copy with
    {
        DateFormat = "auto", TimeFormat = "auto", TruncateColumns = false, BlanksAsNull = false, EmptyAsNull = false, TrimBlanks = false, AcceptAnyDate = false, AcceptInvalidChars = null,
    });

    internal static ConfigurationException DoesNotFit(CopyStatement copy, ObjectVersion version, CopyColumn column, string reason) => new(
        $"the key of {version.Uri} gives {column.Name} a value that is no {column.Type}: {reason}", copy.Source.PlaceOf(copy.Source.Start), $"declare {column.Name} as the keys have it, or rename the object");
}
