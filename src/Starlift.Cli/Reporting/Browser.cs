using System.ComponentModel;
using System.Diagnostics;
using Starlift.Cli.Targets;

namespace Starlift.Cli.Reporting;

/// <summary>The program that the user's system opens web pages with.</summary>
static class Browser
{
    /// <summary>Does not wait for it.</summary>
    /// <returns>False where the system has none.</returns>
    public static bool TryOpen(string path)
    {
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo(path) { UseShellExecute = true }
            : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [path]) { RedirectStandardOutput = true, RedirectStandardError = true };
        // What the browser saves is not Starlift's to decide about.
        PrivateFiles.Make(false);
        try
        {
            using var opener = Process.Start(start);
            return true;
        }
        catch (Exception error) when (error is Win32Exception or FileNotFoundException)
        {
            return false;
        }
    }
}
