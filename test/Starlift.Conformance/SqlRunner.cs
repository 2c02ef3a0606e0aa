using Starlift.Cases;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Sessions;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Conformance;

/// <summary>Runs the SQL checks of one file, one after the other, on an engine, and tells what came of each.</summary>
public static class SqlRunner
{
    /// <summary>A failed statement ends nothing: the next one is executed.</summary>
    public static async Task<IReadOnlyList<SqlFact>> ObserveAsync(
        IEnumerable<SqlCheck> checks, Func<IObjectStore, CancellationToken, Task<IEngine>> open, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("starlift-sql-").FullName;
        try
        {
            await using var engine = await open(new S3FolderObjectStore(folder), cancellationToken);
            var facts = new List<SqlFact>();
            foreach (var check in checks)
            {
                facts.Add(await ObserveAsync(check, engine, cancellationToken));
            }

            return facts;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task<SqlFact> ObserveAsync(SqlCheck check, IEngine engine, CancellationToken cancellationToken)
    {
        var fact = new SqlFact { Name = check.Name, Sql = check.Sql };
        try
        {
            QueryResult? rows = null;
            await foreach (var result in new ScriptRunner(engine.Warehouse, engine.Store, TimeProvider.System).RunAsync(SqlScript.Parse(check.Name, check.Sql), cancellationToken))
            {
                rows = result.Rows is { } stream ? await stream.CollectAsync(cancellationToken) : rows;
            }

            return rows is null ? fact : fact with
            {
                Columns = rows.Columns,
                Rows = [.. rows.Rows.Select(row => (IReadOnlyList<string?>)[.. row.Select(value => CellText.Of(CellText.OfValue(value)))])],
            };
        }
        catch (StarliftException e)
        {
            return fact with { Error = new FactError(null, e.Message) };
        }
    }
}
