using Npgsql;
using Starlift.Copying;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Sql;

namespace Starlift.Redshift;

/// <summary>
/// One COPY: writes its manifest, sends the statement, reads what came of it off the system views and removes the manifest again, whatever
/// happened. Redshift reads the objects and not this machine.
/// </summary>
sealed class RedshiftCopy(RedshiftSession session, RedshiftOptions options, IObjectStore store, IObjectWriter writer, RedshiftLoads loads)
{
    /// <exception cref="StarliftException">It could not be loaded, for another reason than its data.</exception>
    public async Task<CopyResult> RunAsync(CopyStatement copy, IReadOnlyList<ObjectVersion> objects, CopyProgress progress, CancellationToken cancellationToken)
    {
        var place = copy.Source.PlaceOf(copy.FromIndex);
        if (options.Manifests is not { } manifests)
        {
            throw new ConfigurationException(
                "the target names no place for the manifest of a load", place, "add manifests: s3://bucket/prefix to the target; the bucket has to be in the region of the data");
        }

        if (objects.FirstOrDefault(version => !version.Uri.StartsWith("s3://", StringComparison.Ordinal)) is { } local)
        {
            throw new ConfigurationException($"Redshift can't load {local.Uri}: it reads S3 only", place, "name s3://bucket/prefix, such as with --var data=s3://bucket");
        }

        if (copy.JsonPaths is { } paths && !paths.StartsWith("s3://", StringComparison.Ordinal))
        {
            throw new ConfigurationException($"Redshift can't read the JSONPaths file {paths}: it reads S3 only", place, "upload it beside the data");
        }

        var region = await RegionAsync(copy, manifests, objects, cancellationToken);
        var manifest = RedshiftManifest.UriFor(manifests, copy.Table);
        await writer.WriteAsync(manifest, RedshiftManifest.Of(objects), cancellationToken);
        try
        {
            var result = await SendAsync(copy, manifest, region, objects, cancellationToken);
            await ThrowIfChangedAsync(copy, objects, cancellationToken);
            progress.Add(objects.Sum(version => version.Size), result.Objects.Sum(counts => counts.Rows), objects.Count, result.RejectCount);
            return result;
        }
        finally
        {
            await RemoveAsync(manifest);
        }
    }

    async Task<CopyResult> SendAsync(CopyStatement copy, string manifest, string? region, IReadOnlyList<ObjectVersion> objects, CancellationToken cancellationToken)
    {
        var sql = RedshiftDialect.Render(copy, manifest, options.IamRole, region);
        try
        {
            await session.ExecuteAsync(sql, copy, cancellationToken);
        }
        catch (StarliftException e) when (e.InnerException is PostgresException error && RedshiftErrors.MeansBadData(error))
        {
            // The transaction is dead, and only outside of it the views can be asked.
            await session.EndAsync("rollback", CancellationToken.None);
            if (await loads.FailedAsync(objects, cancellationToken) is { } failed)
            {
                return failed;
            }

            throw;
        }

        return await loads.LoadedAsync(copy, objects, cancellationToken);
    }

    /// <summary>What REGION the COPY needs and does not state: that of its data, where the warehouse is not known to be there. Null for none.</summary>
    /// <exception cref="ConfigurationException">The manifest would lie in another region than the data, where Redshift does not look for it.</exception>
    async Task<string?> RegionAsync(CopyStatement copy, string manifests, IReadOnlyList<ObjectVersion> objects, CancellationToken cancellationToken)
    {
        if (objects.Count == 0 || await options.BucketRegion(BucketOf(objects[0].Uri), cancellationToken) is not { } data)
        {
            return null;
        }

        if (await options.BucketRegion(BucketOf(manifests), cancellationToken) is { } other && other != data)
        {
            throw new ConfigurationException(
                $"the bucket {BucketOf(objects[0].Uri)} is in {data} and the manifests of its loads lie in {other}: a COPY reads its manifest in the region of its data",
                copy.Source.PlaceOf(copy.FromIndex),
                $"give the target manifests: s3://bucket/prefix in a bucket of {data}");
        }

        return copy.Region is null && data != options.Region ? data : null;
    }

    static string BucketOf(string uri) => uri["s3://".Length..].Split('/')[0];

    /// <summary>
    /// A manifest can't name versions: an object that changed between listing and loading is found by the ETag that Redshift read, and
    /// where it tells none by looking again.
    /// </summary>
    async Task ThrowIfChangedAsync(CopyStatement copy, IReadOnlyList<ObjectVersion> objects, CancellationToken cancellationToken)
    {
        var now = await loads.EtagsAsync(objects, cancellationToken) ?? await LookAgainAsync(copy, objects, cancellationToken);
        if (objects.FirstOrDefault(version => now.GetValueOrDefault(version.Uri) != version.Version) is { } changed)
        {
            throw new StarliftException(ExitCode.RunFailed, new Problem(
                $"{changed.Uri} {(now.ContainsKey(changed.Uri) ? "changed" : "vanished")} between listing and loading",
                copy.Source.PlaceOf(copy.FromIndex),
                "run again when its writer is done"));
        }
    }

    /// <summary>The versions that are there now, by uri.</summary>
    async Task<IReadOnlyDictionary<string, string>> LookAgainAsync(CopyStatement copy, IReadOnlyList<ObjectVersion> objects, CancellationToken cancellationToken)
    {
        var now = new Dictionary<string, string>(StringComparer.Ordinal);
        if (copy.Manifest)
        {
            foreach (var uri in objects.Select(version => version.Uri).Distinct())
            {
                now[uri] = (await store.FindAsync(uri, cancellationToken))?.Version ?? "";
            }
        }
        else
        {
            await foreach (var version in store.ListAsync(copy.From, cancellationToken))
            {
                now[version.Uri] = version.Version;
            }
        }

        return now;
    }

    async Task RemoveAsync(string manifest)
    {
        try
        {
            await writer.DeleteAsync(manifest, CancellationToken.None);
        }
        catch (StarliftException e)
        {
            options.Warning?.Invoke($"{manifest} is left behind: {e.Message}");
        }
    }
}
