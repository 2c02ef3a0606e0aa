using System.Globalization;
using DuckDB.NET.Data;
using Starlift.DuckDb;
using Starlift.Objects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Tests.DuckDb;

/// <summary>A folder for database files, which are opened as Starlift does and as other programs do. Disposing removes it.</summary>
sealed class ScratchFile(string name = "scratch") : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("starlift-file-");

    public string Folder => _folder.FullName;

    public string Path => System.IO.Path.Combine(Folder, $"{name}.duckdb");

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Task<DuckDbWarehouse> OpenAsync(Func<TableName, CreateTable?>? tables = null) => OpenAsync(Path, tables);

    public async Task<DuckDbWarehouse> OpenAsync(string path, Func<TableName, CreateTable?>? tables = null) => await DuckDbWarehouse.OpenAsync(
        new DuckDbOptions { Path = path, Threads = 1 }, tables ?? (_ => null), new LocalObjectStore(Folder), Stop);

    /// <summary>What a process that is killed now would leave: the file and what stands beside it.</summary>
    /// <returns>The path of the copy.</returns>
    public string Copy()
    {
        var folder = _folder.CreateSubdirectory($"copy-{Guid.NewGuid():N}").FullName;
        foreach (var file in Directory.GetFiles(Folder, $"{name}.duckdb*"))
        {
            File.Copy(file, System.IO.Path.Combine(folder, System.IO.Path.GetFileName(file)));
        }

        return System.IO.Path.Combine(folder, $"{name}.duckdb");
    }

    /// <summary>The rows of a query, values parted by |.</summary>
    public static async Task<IReadOnlyList<string>> QueryAsync(IWarehouse warehouse, string sql) =>
        [.. (await warehouse.QueryAsync(sql, Stop)).Rows.Select(row => string.Join('|', row.Select(value => value is null ? "NULL" : Convert.ToString(value, CultureInfo.InvariantCulture))))];

    /// <summary>The rows of a query in the engine's own dialect, as a program that opens the file by itself gets them.</summary>
    public static IReadOnlyList<string> QueryDirectly(string path, string sql)
    {
        using var connection = new DuckDBConnection($"DataSource={path}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => DuckDbText.Of(reader.GetValue(i)))));
        }

        return rows;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
