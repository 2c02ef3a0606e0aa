namespace Starlift.Cli.Terminals;

/// <summary>Writes a result to stdout in the form the user asked for.</summary>
static class ResultWriter
{
    public static void Write(Terminal terminal, ResultTable result, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Text:
                TextTable.Write(terminal, result);
                break;
            case OutputFormat.Json:
                JsonTable.Write(terminal.Json, result);
                break;
            case OutputFormat.Csv:
                CsvTable.Write(terminal, result, safe: false);
                break;
            case OutputFormat.SafeCsv:
                CsvTable.Write(terminal, result, safe: true);
                break;
            default:
                throw new InvalidOperationException($"unknown format {format}");
        }
    }
}
