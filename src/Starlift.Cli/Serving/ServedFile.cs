using System.Text;

namespace Starlift.Cli.Serving;

/// <summary>The note that a server leaves beside the database it holds: where it takes commands that meet the held file.</summary>
static class ServedFile
{
    /// <param name="database">A full path.</param>
    /// <param name="place">The socket that commands connect to.</param>
    /// <exception cref="IOException">It can't be written.</exception>
    public static void Write(string database, string place)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(PathOf(database), options);
        file.Write(Encoding.UTF8.GetBytes(place));
    }

    /// <summary>Where commands connect to; null where no server has left a note. Who left it may have been killed.</summary>
    /// <param name="database">A full path.</param>
    public static string? Find(string database)
    {
        try
        {
            return File.ReadAllText(PathOf(database));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static void Delete(string database) => File.Delete(PathOf(database));

    // A link leads to the file that is held.
    static string PathOf(string database) => $"{(File.Exists(database) ? File.ResolveLinkTarget(database, returnFinalTarget: true)?.FullName : null) ?? database}.serve";
}
