namespace Starlift.Sql;

/// <summary>What a COPY says of the CSV that it reads (Amazon Redshift: "Data format parameters", "Data conversion parameters").</summary>
public sealed record CsvFormat
{
    /// <summary>QUOTE, one ASCII character.</summary>
    public char Quote { get; init; } = '"';

    /// <summary>DELIMITER, of one or more characters; its escapes are resolved.</summary>
    public string Delimiter { get; init; } = ",";

    /// <summary>NULL AS: fields of this text are NULL, whatever their column's type is.</summary>
    public string NullAs { get; init; } = @"\N";

    /// <summary>FILLRECORD: columns that a line ends before are NULL, or texts of no length.</summary>
    public bool FillRecord { get; init; }

    /// <summary>IGNOREBLANKLINES: a line without a character is no record.</summary>
    public bool IgnoreBlankLines { get; init; }
}
