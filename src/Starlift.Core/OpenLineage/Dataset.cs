using Starlift.Sql;

namespace Starlift.OpenLineage;

/// <summary>A dataset, named as OpenLineage's naming conventions want it, so that what others tell of it meets.</summary>
/// <param name="Namespace">Where it is: s3://bucket, file, postgres://host:port.</param>
/// <param name="Name">Within that: a key, a path, database.schema.table.</param>
public sealed record Dataset(string Namespace, string Name)
{
    const string S3 = "s3://";

    /// <summary>The objects that a COPY reads: its prefix, object or manifest.</summary>
    /// <param name="copy">The COPY.</param>
    /// <param name="folder">Where relative paths start.</param>
    public static Dataset Of(CopyStatement copy, string folder)
    {
        if (!copy.From.StartsWith(S3, StringComparison.OrdinalIgnoreCase))
        {
            return new Dataset("file", Trimmed(Path.GetFullPath(copy.From, folder).Replace('\\', '/')));
        }

        var path = copy.From[S3.Length..];
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? new Dataset(S3 + path, "/") : new Dataset(S3 + path[..slash], Trimmed(path[(slash + 1)..]));
    }

    static string Trimmed(string path) => path.TrimEnd('/') is { Length: > 0 } trimmed ? trimmed : "/";
}
