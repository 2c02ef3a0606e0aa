using Starlift.Copying;
using Starlift.Objects;
using Starlift.Sql;

namespace Starlift.Redshift;

/// <summary>
/// A load whose objects' keys fill columns: a COPY for all objects of the same values, and an UPDATE of the rows that it brought, which have NULL there, because no
/// COPY of Redshift knows the key that a record came from.
/// </summary>
sealed class RedshiftKeyedCopy(RedshiftSession session, RedshiftCopy copies)
{
    /// <inheritdoc cref="RedshiftCopy.RunAsync"/>
    public async Task<CopyResult> RunAsync(CopyStatement copy, IReadOnlyList<ObjectVersion> objects, CopyProgress progress, CancellationToken cancellationToken)
    {
        var results = new List<CopyResult>();
        // What keys say is NULL stays so: those come last, or they would be taken for rows of the next COPY.
        var groups = objects
            .GroupBy(version => string.Join('\0', KeyValues.Of(copy, version).Select(value => value ?? "\u0001")), StringComparer.Ordinal)
            .OrderBy(group => KeyValues.Of(copy, group.First()).All(value => value is null));
        foreach (var group in groups)
        {
            var result = await copies.RunAsync(copy, [.. group], progress, cancellationToken);
            results.Add(result);
            if (result.Failed)
            {
                break;
            }

            if (!copy.NoLoad && Update(copy, KeyValues.Of(copy, group.First())) is { } update)
            {
                await session.ExecuteAsync(update, cancellationToken);
            }
        }

        var counts = results.SelectMany(result => result.Objects).ToLookup(found => found.Object);
        return new CopyResult
        {
            Failed = results.Exists(result => result.Failed),
            Objects = [.. objects.Distinct().SelectMany(version => counts[version])],
            Rejects = results.SelectMany(result => result.Rejects),
            RowsLoaded = results.Exists(result => result.Failed) ? 0 : results.Sum(result => result.RowsLoaded),
            RowsReplaced = results.Sum(result => result.RowsReplaced),
        };
    }

    static string? Update(CopyStatement copy, IReadOnlyList<string?> values)
    {
        var columns = copy.Keys!.Columns;
        var set = columns.Zip(values).Where(pair => pair.Second is not null).Select(pair => $"{Quoting.Name(pair.First)} = {RedshiftLiteral.Of(pair.Second)}").ToList();
        return set.Count == 0 ? null : $"update {copy.Table.Quoted} set {string.Join(", ", set)} where {string.Join(" and ", columns.Select(column => $"{Quoting.Name(column)} is null"))}";
    }
}
