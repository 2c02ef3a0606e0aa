namespace Starlift.Cli.Reporting;

/// <summary>A report on disk.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Charts">Files of reports/ that it shows.</param>
/// <param name="Unanswered">Of these, those that wait for tables of a first run.</param>
sealed record WrittenReport(string Path, long Bytes, int Charts, int Unanswered);
