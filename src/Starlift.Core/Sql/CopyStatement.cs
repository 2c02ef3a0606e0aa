namespace Starlift.Sql;

/// <summary>COPY … FROM … of JSON or CSV, read whole (Amazon Redshift: "COPY", "Data format parameters").</summary>
public sealed record CopyStatement : SqlStatement
{
    public required TableName Table { get; init; }

    /// <summary>The column list; null where the statement has none.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>What FROM names: a key prefix, a manifest with MANIFEST, or a path on targets that can read it.</summary>
    public required string From { get; init; }

    /// <summary>FROM's string in the file, quotes included.</summary>
    public required TextSpan FromSpan { get; init; }

    /// <summary>0-based index of FROM's string in the file, for messages.</summary>
    public int FromIndex => FromSpan.Start;

    /// <summary>Which authorization the statement states; other warehouses than Redshift ignore it.</summary>
    public CopyAuthorization Authorization { get; init; }

    /// <summary>The word DEFAULT of IAM_ROLE DEFAULT in the file; null where the statement does not say it.</summary>
    public TextSpan? DefaultRoleSpan { get; init; }

    /// <summary>Without a meaning where <see cref="Csv"/> is stated.</summary>
    public required JsonFormat Json { get; init; }

    /// <summary>The JSONPaths object where <see cref="Json"/> is <see cref="JsonFormat.Paths"/>; else null.</summary>
    public string? JsonPaths { get; init; }

    /// <summary>What is said of CSV; null where the objects are JSON.</summary>
    public CsvFormat? Csv { get; init; }

    public bool Manifest { get; init; }

    /// <summary>Columns outside of the list that are taken from the objects' keys; null for none. No COPY says so: the header of its file does.</summary>
    public KeyPattern? Keys { get; init; }

    public string? Region { get; init; }

    public Compression Compression { get; init; }

    public SourceEncoding Encoding { get; init; }

    public bool AcceptAnyDate { get; init; }

    /// <summary>The replacement of ACCEPTINVCHARS, one ASCII character; null where the option is absent.</summary>
    public char? AcceptInvalidChars { get; init; }

    public bool BlanksAsNull { get; init; }

    public bool EmptyAsNull { get; init; }

    public bool TrimBlanks { get; init; }

    public bool TruncateColumns { get; init; }

    public bool RoundDecimals { get; init; }

    public bool ExplicitIds { get; init; }

    /// <summary>DATEFORMAT as written ('auto' included); null for the default YYYY-MM-DD.</summary>
    public string? DateFormat { get; init; }

    /// <summary>TIMEFORMAT as written ('auto', 'epochsecs', 'epochmillisecs' included); null for the default.</summary>
    public string? TimeFormat { get; init; }

    /// <summary>Lines that are skipped at the start of each object.</summary>
    public int IgnoreHeader { get; init; }

    /// <summary>0 to 100000. The load fails when as many errors are met; 0 and 1 both mean the first.</summary>
    public int MaxError { get; init; }

    public bool IgnoreAllErrors { get; init; }

    public bool NoLoad { get; init; }

    /// <summary>True where the statement's text says NOLOAD.</summary>
    public bool SaysNoLoad { get; init; }

    /// <summary>
    /// An INTEGER column of the table that is given the 0-based position of each record's object among those that are loaded; null for none. No COPY
    /// says so: a run asks a warehouse for it that can.
    /// </summary>
    public string? ObjectColumn { get; init; }

    /// <summary>
    /// A BIGINT column of the table that is given the 0-based offset of each record in its object, decompressed and as UTF-8; null for none. As
    /// <see cref="ObjectColumn"/>, and only together with it.
    /// </summary>
    public string? OffsetColumn { get; init; }
}
