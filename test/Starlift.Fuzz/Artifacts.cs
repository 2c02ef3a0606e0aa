using System.Globalization;

namespace Starlift.Fuzz;

/// <summary>Files that outlive a worker, in artifacts/fuzz.</summary>
static class Artifacts
{
    public static string Root { get; } = RootAbove(AppContext.BaseDirectory);

    public static string Folder { get; } = Directory.CreateDirectory(Path.Combine(Root, "artifacts", "fuzz")).FullName;

    /// <summary>The input that is being tried; null before the first.</summary>
    public static int? Current
    {
        get => Read("current");
        set => File.WriteAllText(PathOf("current"), value?.ToString(CultureInfo.InvariantCulture) ?? "");
    }

    /// <summary>How many inputs have been tried since a supervisor began.</summary>
    public static int Tried
    {
        get => Read("tried") ?? 0;
        set => File.WriteAllText(PathOf("tried"), value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>An empty folder for the input's files.</summary>
    public static string FolderOf(int seed)
    {
        var folder = PathOf($"input-{seed}");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return Directory.CreateDirectory(folder).FullName;
    }

    static string PathOf(string name) => Path.Combine(Folder, name);

    // A worker that ends while it writes leaves an empty file.
    static int? Read(string name) =>
        File.Exists(PathOf(name)) && int.TryParse(File.ReadAllText(PathOf(name)), CultureInfo.InvariantCulture, out var number) ? number : null;

    static string RootAbove(string folder) =>
        File.Exists(Path.Combine(folder, "Starlift.slnx")) ? folder : RootAbove(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("no checkout around the program"));
}
