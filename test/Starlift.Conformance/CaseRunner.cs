using System.Globalization;
using Starlift.Cases;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Sessions;
using Starlift.Sql;
using Starlift.Sql.Tree;
using Starlift.Warehouses;

namespace Starlift.Conformance;

/// <summary>Runs a case on an engine and tells what came of it.</summary>
public static class CaseRunner
{
    /// <returns>How it differs from what the case expects, in sentences; none where the case passed.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(
        ConformanceCase testCase, Func<IObjectStore, CancellationToken, Task<IEngine>> open, CancellationToken cancellationToken)
    {
        try
        {
            var fact = await ObserveAsync(testCase, open, cancellationToken);
            var differences = CaseExpectations.Differences(testCase, fact);
            return differences.Count == 0 ? [] : [.. differences, $"messages were: {string.Join(" | ", fact.Messages.Append(fact.Error?.Message))}"];
        }
        catch (StarliftException e)
        {
            return [$"what came of it can't be read: {e.Message}"];
        }
    }

    /// <summary>The same facts that a probe of a cluster tells.</summary>
    /// <exception cref="StarliftException">The case can't be prepared, or what came of it can't be read.</exception>
    public static async Task<CaseFact> ObserveAsync(
        ConformanceCase testCase, Func<IObjectStore, CancellationToken, Task<IEngine>> open, CancellationToken cancellationToken)
    {
        using var inputs = await CaseInputs.OfAsync(testCase, cancellationToken);
        var store = new RoutedObjectStore(
            new LocalObjectStore(testCase.Folder ?? inputs.S3Root), new Lazy<IObjectStore>(() => new S3FolderObjectStore(inputs.S3Root)));
        await using var engine = await open(store, cancellationToken);
        await ScriptAsync(engine, "ddl.sql", testCase.Ddl, [], cancellationToken);
        var messages = new List<string>();
        var fact = await OutcomeAsync(engine, testCase, messages, cancellationToken) with
        {
            Messages = messages,
            LoadErrors = await ErrorsAsync(engine.Warehouse, cancellationToken),
        };
        return await WithRowsAsync(testCase, fact, engine, cancellationToken);
    }

    static async Task<CaseFact> OutcomeAsync(IEngine engine, ConformanceCase testCase, List<string> messages, CancellationToken cancellationToken)
    {
        var fact = new CaseFact { Name = testCase.Name, Digest = testCase.Digest };
        try
        {
            return fact with { RowsLoaded = await ScriptAsync(engine, "copy.sql", testCase.Script, messages, cancellationToken) };
        }
        catch (StarliftException e)
        {
            return fact with
            {
                Outcome = e.ExitCode == ExitCode.Rejects ? CaseFact.LoadError : CaseFact.StatementError,
                Error = new FactError(null, string.Join("; ", e.Problems.Select(problem => problem.What))),
            };
        }
    }

    /// <returns>Rows that its COPY statements loaded and no ROLLBACK took back.</returns>
    static async Task<long> ScriptAsync(IEngine engine, string name, string text, List<string> messages, CancellationToken cancellationToken)
    {
        long loaded = 0;
        var runner = new ScriptRunner(engine.Warehouse, engine.Store, TimeProvider.System);
        await foreach (var result in runner.RunAsync(SqlScript.Parse(name, text), cancellationToken))
        {
            loaded = result.Statement switch
            {
                CopyStatement => loaded + (result.Count ?? 0),
                OtherStatement { Tree: TransactionStatement { Kind: TransactionKind.Rollback } } => 0,
                _ => loaded,
            };
            messages.AddRange(result.Messages);
        }

        return loaded;
    }

    static async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> ErrorsAsync(IWarehouse warehouse, CancellationToken cancellationToken)
    {
        if (await warehouse.ColumnsOfAsync(new TableName("starlift", "rejects"), cancellationToken) is null)
        {
            return [];
        }

        var result = await warehouse.QueryAsync("select * from stl_load_errors", cancellationToken);
        return [.. result.Rows.Select(row => result.Columns
            .Zip(row, (name, value) => (name, Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""))
            .ToDictionary(pair => pair.name, pair => pair.Item2))];
    }

    static async Task<CaseFact> WithRowsAsync(ConformanceCase testCase, CaseFact fact, IEngine engine, CancellationToken cancellationToken)
    {
        var columns = CaseTable.ColumnsOf(testCase);
        if (columns.Count == 0 || await engine.Warehouse.DefinitionOfAsync(CaseTable.FilledBy(testCase), cancellationToken) is not { } table)
        {
            return fact;
        }

        var found = await engine.Warehouse.QueryAsync(engine.SelectAsText(table, columns), cancellationToken);
        return fact with
        {
            Columns = columns,
            Rows = [.. found.Rows.Select(row => (IReadOnlyList<string?>)[.. row.Select(cell => CellText.Of(cell as string))])],
            Identity = await IdentityAsync(table, engine.Warehouse, cancellationToken),
        };
    }

    static async Task<(long Values, long Distinct)?> IdentityAsync(CreateTable table, IWarehouse warehouse, CancellationToken cancellationToken)
    {
        if (table.Columns.FirstOrDefault(column => column.Identity is not null) is not { } identity)
        {
            return null;
        }

        var counts = (await warehouse.QueryAsync($"select count({identity.Name}), count(distinct {identity.Name}) from {table.Name}", cancellationToken)).Rows[0];
        return (Convert.ToInt64(counts[0], CultureInfo.InvariantCulture), Convert.ToInt64(counts[1], CultureInfo.InvariantCulture));
    }
}
