using System.Text;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Reports;
using Starlift.Reports.Page;

namespace Starlift.Cli.Reporting;

/// <summary>Writes the report of an open project to a file.</summary>
static class ProjectReport
{
    /// <summary>Where the report goes unless the user says otherwise: beside what else the project makes.</summary>
    public static string DefaultPath(ProjectSession session) => Path.Combine(session.Project.Folder, "out", "report.html");

    /// <summary>Replaces a file that is there, but only by a whole one. May be called as often as one likes.</summary>
    /// <param name="session">Its target is in no transaction.</param>
    /// <param name="path">A full path; missing folders are made.</param>
    /// <param name="cancel">Ends the writing; the file is then as it was.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="StarliftException">A SELECT failed, or the file can't be written.</exception>
    public static async Task<WrittenReport> WriteAsync(ProjectSession session, string path, CancellationToken cancel)
    {
        var report = await new ReportReader(session.Project, session.Warehouse, session.Target.Name, VersionLine.Version, TimeProvider.System).ReadAsync(cancel);
        var page = Encoding.UTF8.GetBytes(ReportPage.Of(report));
        try
        {
            PrivateFiles.Make(session.Project.FilesArePrivate);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await WholeFile.WriteAsync(path, page, cancel);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"the report can't be written to {path}: {error.Message}", hint: "name another file with --out FILE", inner: error);
        }

        return new WrittenReport(path, page.Length, report.Charts.Count, report.Charts.Count(chart => chart.Missing.Count > 0));
    }
}
