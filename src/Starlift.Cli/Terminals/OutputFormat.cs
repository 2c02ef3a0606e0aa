namespace Starlift.Cli.Terminals;

/// <summary>How results are written to stdout.</summary>
enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>One JSON value.</summary>
    Json,

    /// <summary>RFC 4180; only where the result is one table.</summary>
    Csv,

    /// <summary>CSV in which a spreadsheet finds no formula.</summary>
    SafeCsv,
}
