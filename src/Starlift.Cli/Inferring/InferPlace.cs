using Starlift.Errors;
using Starlift.Inference;
using Starlift.Projects;

namespace Starlift.Cli.Inferring;

/// <summary>Where objects are, as they are listed and as a COPY of the project says it.</summary>
sealed record InferPlace
{
    const string Scheme = "s3://";
    const string DataName = "data";

    InferPlace(string listed, string from, string folder, string? data)
    {
        (Listed, From, Folder, Data) = (listed, from, folder, data);
    }

    /// <summary>s3://bucket/prefix, or the beginning of a full path.</summary>
    public string Listed { get; }

    /// <summary>For the COPY, a variable of the project in front where one fits.</summary>
    public string From { get; }

    /// <summary>Where a JSONPaths file belongs, as the COPY says it: beside the objects and not among them.</summary>
    public string Folder { get; }

    /// <summary>The value of the variable 'data' that a new project needs; null where the project is there.</summary>
    public string? Data { get; }

    /// <summary>The objects are in S3.</summary>
    public bool IsS3 => Listed.StartsWith(Scheme, StringComparison.Ordinal);

    /// <summary>A file beside the objects on this machine: its full path. In S3: its uri.</summary>
    /// <param name="file">Its name.</param>
    public string Beside(string file) => $"{ParentOf(Listed)}/{file}";

    /// <param name="typed">As the user typed it, relative to <paramref name="currentFolder"/>.</param>
    /// <param name="currentFolder">Where relative paths start.</param>
    /// <param name="folder">The full path of the project's folder.</param>
    /// <param name="project">Null for a new one.</param>
    public static InferPlace Of(string typed, string currentFolder, string folder, Project? project)
    {
        var listed = Full(typed, currentFolder);
        if (project is null)
        {
            var data = ParentOf(listed);
            data = data == folder.Replace('\\', '/') ? listed.TrimEnd('/') : data;
            return new InferPlace(listed, $"${{{DataName}}}{Escaped(listed[data.Length..])}", "${data}", Shown(data, folder));
        }

        foreach (var (name, value) in project.Vars.OrderByDescending(pair => pair.Value.Length))
        {
            var root = Full(value, folder).TrimEnd('/');
            if (value.Length > 0 && (IsPath(value) || value.StartsWith(Scheme, StringComparison.Ordinal)) && listed.StartsWith($"{root}/", StringComparison.Ordinal))
            {
                var parent = ParentOf(listed);
                return new InferPlace(listed, $"${{{name}}}{Escaped(listed[root.Length..])}", parent.Length < root.Length ? $"${{{name}}}" : $"${{{name}}}{parent[root.Length..]}", null);
            }
        }

        return new InferPlace(listed, Escaped(Shown(listed, folder)), Escaped(Shown(ParentOf(listed), folder)), null);
    }

    /// <summary>orders for ./data/orders/, ./data/orders.json or ./data/orders/year=2024/.</summary>
    /// <exception cref="ConfigurationException">Nothing in the path is a name.</exception>
    public string NameOfRecords()
    {
        var path = IsS3 ? Listed[Scheme.Length..] : Listed;
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            var name = part.Split('.')[0];
            if (!part.Contains('=', StringComparison.Ordinal) && name.Any(char.IsAsciiLetter))
            {
                return RecordName.Of(name);
            }
        }

        throw new ConfigurationException($"no name can be made of {Listed}", hint: "give one: --name orders");
    }

    /// <summary>A part of a path that looks like a variable is none.</summary>
    static string Escaped(string path) => path.Replace("${", "$${", StringComparison.Ordinal);

    static bool IsPath(string value) => value.StartsWith("./", StringComparison.Ordinal) || value.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(value);

    static string Full(string typed, string folder)
    {
        if (typed.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return typed;
        }

        var full = Path.GetFullPath(typed, folder);
        return (Directory.Exists(full) && !full.EndsWith('/') ? $"{full}/" : full).Replace('\\', '/');
    }

    static string ParentOf(string listed)
    {
        var end = listed.TrimEnd('/').LastIndexOf('/');
        return listed.StartsWith(Scheme, StringComparison.Ordinal) && end < Scheme.Length ? listed.TrimEnd('/') : end <= 0 ? "/" : listed[..end];
    }

    /// <summary>Relative to the project's folder where it is in it.</summary>
    static string Shown(string full, string folder)
    {
        var root = $"{folder.Replace('\\', '/').TrimEnd('/')}/";
        return full.StartsWith(root, StringComparison.Ordinal) ? $"./{full[root.Length..]}" : full;
    }
}
