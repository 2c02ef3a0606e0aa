using System.Reflection;
using System.Text;

namespace Starlift.Cases;

/// <summary>The files of one case by their paths below it, with / between folders: of a folder, or those that this program brings along.</summary>
public sealed class CaseFiles
{
    readonly IReadOnlyDictionary<string, Func<byte[]>> _files;

    CaseFiles(IReadOnlyDictionary<string, Func<byte[]>> files) => _files = files;

    /// <summary>In ordinal order.</summary>
    public IEnumerable<string> Names => _files.Keys.Order(StringComparer.Ordinal);

    /// <param name="folder">Of the case.</param>
    public static CaseFiles OfFolder(string folder) => new(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
        file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'),
        file => (Func<byte[]>)(() => File.ReadAllBytes(file))));

    /// <param name="assembly">Holds the resources; none is read before somebody asks for it.</param>
    /// <param name="prefix">What the resources' names begin with, / at its end.</param>
    internal static CaseFiles OfResources(Assembly assembly, string prefix) => new(assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[prefix.Length..], name => (Func<byte[]>)(() => Read(assembly, name))));

    public bool Has(string name) => _files.ContainsKey(name);

    public byte[] Bytes(string name) => _files[name]();

    /// <summary>As UTF-8.</summary>
    public string Text(string name) => Encoding.UTF8.GetString(Bytes(name)).TrimStart('\uFEFF');

    static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
