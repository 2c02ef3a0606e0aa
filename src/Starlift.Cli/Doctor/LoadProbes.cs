using Starlift.Copying;
using Starlift.Objects;
using Starlift.Projects;
using Starlift.Warehouses;

namespace Starlift.Cli.Doctor;

/// <summary>Whether this machine finds and reads what a load names, and whether the warehouse does.</summary>
sealed class LoadProbes(Project project, Load load, IObjectStore store, Func<IWarehouse> warehouse)
{
    ObjectVersion? _object;

    /// <summary>By this machine.</summary>
    public Probe Objects => new($"load {load.Name}", ReadAsync);

    /// <summary>By the warehouse, with the role of the COPY.</summary>
    public Probe Copy => new($"copy {load.Name}", CopyAsync) { Needs = [Objects.Name, "rights"] };

    async Task<string> ReadAsync(CancellationToken cancel)
    {
        _object = await FirstAsync(cancel) ?? throw ObjectListing.NothingFound(load.Copy);
        await SmallObject.JsonPathsOfAsync(store, load.Copy, cancel);
        await Task.Run(
            () =>
            {
                using var stream = store.OpenRead(_object, 0, 1, cancel);
                stream.ReadByte();
            },
            cancel);
        return $"{_object.Uri} can be read";
    }

    async Task<ObjectVersion?> FirstAsync(CancellationToken cancel)
    {
        if (load.Copy.Manifest)
        {
            return (await ObjectListing.ListAsync(store, load.Copy, _ => { }, cancel))[0];
        }

        await foreach (var version in store.ListAsync(load.Copy.From, cancel))
        {
            return version;
        }

        return null;
    }

    /// <summary>COPY … NOLOAD of one object into a table that is gone afterwards.</summary>
    async Task<string> CopyAsync(CancellationToken cancel)
    {
        var target = warehouse();
        var table = project.Table(load.Copy.Table)!.Definition;
        var existed = await target.ColumnsOfAsync(table.Name, cancel) is not null;
        await target.BeginAsync(cancel);
        try
        {
            if (!existed)
            {
                await target.ExecuteAsync(table with { Temporary = true }, cancel);
            }

            using var result = await target.CopyAsync(load.Copy with { NoLoad = true, IgnoreAllErrors = true }, table, [_object!], new CopyProgress(), cancel);
            return result.RejectCount == 0
                ? $"{_object!.Uri} can be loaded"
                : $"{_object!.Uri} can be read; {result.RejectCount} of its records would be rejected";
        }
        finally
        {
            await target.RollbackAsync();
        }
    }
}
