using System.Globalization;
using Starlift.Objects;
using Starlift.Projects;
using Starlift.Sql;

namespace Starlift.History;

/// <summary>
/// How the ledger names a load's objects. A local object is named from the folder of the variable that FROM begins with, or else from the
/// project's folder, so that it stays the same object where the folder is moved. All others are named by their uri.
/// </summary>
sealed class ObjectNames
{
    readonly string? _folder;
    readonly string _prefix;

    ObjectNames(string? folder, string prefix)
    {
        _folder = folder;
        _prefix = prefix;
    }

    /// <param name="copy">Of a load.</param>
    /// <param name="projectFolder">Where relative paths start.</param>
    public static ObjectNames Of(CopyStatement copy, string projectFolder)
    {
        if (copy.From.Contains("://", StringComparison.Ordinal))
        {
            return new ObjectNames(null, "");
        }

        var filled = copy.Source.Filled;
        var variable = filled?.Fills.FirstOrDefault(fill => fill.Start == copy.FromIndex + 1 && fill.Length > 0);
        if (variable is not null)
        {
            var folder = FolderOf(projectFolder, filled!.Text.Substring(variable.Start, variable.Length));
            if (LocalObjectStore.FullPath(projectFolder, copy.From).StartsWith(folder, StringComparison.Ordinal))
            {
                return new ObjectNames(folder, string.Concat(filled.Original.AsSpan(variable.OriginalStart, variable.OriginalLength), "/"));
            }
        }

        return new ObjectNames(FolderOf(projectFolder, ""), "");
    }

    /// <summary>By the names of loads.</summary>
    public static IReadOnlyDictionary<string, ObjectNames> Of(Project project) => project.Loads.ToDictionary(load => load.Name, load => Of(load.Copy, project.Folder));

    /// <param name="uri">As the store lists it, or as an earlier version has named it in the ledger; a name is given back as it is.</param>
    public string Of(string uri) =>
        _folder is not null && uri.StartsWith(_folder, StringComparison.Ordinal) ? string.Concat(_prefix, uri.AsSpan(_folder.Length)) : uri;

    /// <summary>The same without a text of its own, for the names of many objects that are only looked up.</summary>
    /// <param name="uri">As the store lists it.</param>
    /// <param name="space">Is written to where the name is no part of the uri; is made longer where it is too short.</param>
    public ReadOnlySpan<char> Of(string uri, ref char[] space)
    {
        if (_folder is null || !uri.StartsWith(_folder, StringComparison.Ordinal))
        {
            return uri;
        }

        var rest = uri.AsSpan(_folder.Length);
        if (_prefix.Length == 0)
        {
            return rest;
        }

        if (space.Length < _prefix.Length + rest.Length)
        {
            space = new char[(_prefix.Length + rest.Length) * 2];
        }

        _prefix.CopyTo(space);
        rest.CopyTo(space.AsSpan(_prefix.Length));
        return space.AsSpan(0, _prefix.Length + rest.Length);
    }

    /// <summary>The uri that the store lists an object by; where it was named by its uri, that.</summary>
    public string UriOf(string name) =>
        _folder is null || Path.IsPathRooted(name) || name.Contains("://", StringComparison.Ordinal) || !name.StartsWith(_prefix, StringComparison.Ordinal)
            ? name
            : _folder + name[_prefix.Length..];

    /// <summary>Says how entries of the ledger are renamed that an earlier version has named by their full path; null where there can be none.</summary>
    /// <param name="entries">A condition on starlift.ledger.</param>
    public string? Rename(string entries)
    {
        if (_folder is null)
        {
            return null;
        }

        return $"update starlift.ledger set uri = {Renamed("uri")} where {entries} and {IsInFolder("uri")}";
    }

    /// <summary>The name, in SQL, of the object whose uri a column holds.</summary>
    /// <param name="uri">The column.</param>
    public string NameIn(string uri) => _folder is null ? uri : $"case when {IsInFolder(uri)} then {Renamed(uri)} else {uri} end";

    string Renamed(string uri) => string.Create(CultureInfo.InvariantCulture, $"{Quoting.Literal(_prefix)} || substring({uri}, {Length + 1})");

    string IsInFolder(string uri) => string.Create(CultureInfo.InvariantCulture, $"substring({uri}, 1, {Length}) = {Quoting.Literal(_folder!)}");

    // Redshift counts characters, and not the halves of those beyond U+FFFF.
    int Length => _folder!.EnumerateRunes().Count();

    static string FolderOf(string projectFolder, string path)
    {
        var full = LocalObjectStore.FullPath(projectFolder, path);
        return full.EndsWith('/') ? full : full + '/';
    }
}
