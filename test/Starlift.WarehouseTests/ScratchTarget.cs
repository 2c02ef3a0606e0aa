using System.Globalization;
using Starlift.Copying;
using Starlift.Objects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

/// <summary>A target of a test's own, empty, with a folder of objects. Disposing removes both.</summary>
abstract class ScratchTarget : IAsyncDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("starlift-target-");

    /// <summary>Holds the objects and whatever the target keeps in files.</summary>
    public string Folder => _folder.FullName;

    public virtual IObjectStore Store => new LocalObjectStore(Folder);

    /// <summary>One more session, to be disposed of by the test before the target.</summary>
    /// <param name="tables">What a project declares.</param>
    public abstract Task<IWarehouse> OpenAsync(Func<TableName, CreateTable?> tables);

    public Task<IWarehouse> OpenAsync() => OpenAsync(_ => null);

    /// <summary>One more session, which may only read.</summary>
    public abstract Task<IWarehouse> OpenToReadAsync();

    /// <summary>Sessions can be killed by <see cref="KillAsync"/>.</summary>
    public virtual bool KillsSessions => false;

    /// <summary>Ends a session at once, as if its process had been killed.</summary>
    /// <param name="number">What PG_BACKEND_PID said in it.</param>
    public virtual Task KillAsync(long number) => throw new NotSupportedException();

    /// <summary>An object; its uri is relative to the folder.</summary>
    public virtual void Put(string uri, string text)
    {
        var path = Path.Combine(Folder, uri);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Loads the objects that the COPY names into a table that is there.</summary>
    public async Task<CopyResult> CopyAsync(IWarehouse warehouse, CopyStatement copy)
    {
        var stop = TestContext.Current.CancellationToken;
        var table = (await warehouse.DefinitionOfAsync(copy.Table, stop))!;
        return await warehouse.CopyAsync(copy, table, await ObjectListing.ListAsync(Store, copy, _ => { }, stop), new CopyProgress(), stop);
    }

    public virtual ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Values parted by |; numbers and times in one form whatever type the driver gives them.</summary>
    public static IReadOnlyList<string> Lines(QueryResult result) =>
        [.. result.Rows.Select(row => string.Join('|', row.Select(Text)))];

    static string Text(object? value) => value switch
    {
        null => "NULL",
        bool flag => flag ? "true" : "false",
        byte[] bytes => Convert.ToHexString(bytes),
        decimal number => number.ToString("0.#############################", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } time => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
