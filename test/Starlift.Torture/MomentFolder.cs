namespace Starlift.Torture;

/// <summary>A project for one moment, with a place for its database and a temporary folder of its own.</summary>
sealed class MomentFolder
{
    /// <param name="path">Is made.</param>
    /// <param name="target">The keys of the project's only target.</param>
    public MomentFolder(string path, string target)
    {
        Path = path;
        Directory.CreateDirectory(Database);
        Directory.CreateDirectory(Temporary);
        foreach (var part in new[] { "tables", "loads", "models", "checks", "reports" })
        {
            Folders.Copy(System.IO.Path.Combine(SourceTree.Sparkify, part), System.IO.Path.Combine(Project, part));
        }

        foreach (var load in Directory.EnumerateFiles(System.IO.Path.Combine(Project, "loads")))
        {
            File.WriteAllText(load, File.ReadAllText(load).Replace("iam_role default", "maxerror 1000\niam_role default", StringComparison.Ordinal));
        }

        File.WriteAllText(Script, SqlScript.Text);
        Aim(target);
    }

    public string Path { get; }

    public string Name => System.IO.Path.GetFileName(Path);

    public string Project => System.IO.Path.Combine(Path, "project");

    public string Database => System.IO.Path.Combine(Path, "database");

    public string Temporary => System.IO.Path.Combine(Path, "temporary");

    public string Script => System.IO.Path.Combine(Path, "script.sql");

    public string Report => System.IO.Path.Combine(Project, "out", "report.html");

    /// <summary>From now on the project's only target has these keys.</summary>
    public void Aim(string target) => File.WriteAllText(
        System.IO.Path.Combine(Project, "starlift.yaml"), $"name: sparkify\nvars: {{ data: \"s3://{SparkifyData.Bucket}\" }}\ntargets:\n  it: {{ {target} }}\n");
}
