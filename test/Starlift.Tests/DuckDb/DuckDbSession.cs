using DuckDB.NET.Data;
using Starlift.DuckDb;
using Starlift.DuckDb.Native.Scalars;
using Starlift.DuckDb.Values;
using Starlift.Sql;
using Starlift.Sql.Analysis;
using Starlift.Sql.Meaning;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Warehouses;

namespace Starlift.Tests.DuckDb;

/// <summary>A DuckDB of its own that is spoken to in Redshift's SQL.</summary>
sealed class DuckDbSession : IDisposable
{
    readonly DuckDBConnection _connection;
    readonly Dictionary<TableName, CreateTable> _tables = [];
    readonly DuckDbDialect _dialect;
    Catalogue _catalogue = Catalogue.Empty;

    public DuckDbSession(bool knowsTables = true, string path = ":memory:")
    {
        _connection = new DuckDBConnection($"DataSource={path}");
        _connection.Open();
        ScalarRegistry.Register(_connection.NativeConnection.DangerousGetHandle(), ValueFunctions.All);
        Query(DuckDbDialect.SetUp);
        _dialect = knowsTables ? new DuckDbDialect(_tables.GetValueOrDefault) : new DuckDbDialect();
    }

    /// <summary>Says of which numbered rows the keys are taken for nearly unique; of none by itself.</summary>
    public Func<BoundNode, IReadOnlyList<NumberedRows>> FindsNearlyUnique { get; init; } = _ => [];

    /// <summary>DuckDB's statement that was executed last.</summary>
    public string Last { get; private set; } = "";

    /// <summary>Executes a script of Redshift's; returns the last statement's rows, values parted by a comma.</summary>
    public IReadOnlyList<string> Run(string sql)
    {
        IReadOnlyList<string> rows = [];
        foreach (var statement in SqlScript.Parse("a.sql", sql))
        {
            var bound = StatementMeaning.Bind(statement, StatementMeaning.TreeOf(statement), _catalogue);
            foreach (var rendered in _dialect.Render(statement, bound, FindsNearlyUnique(bound)).Texts)
            {
                rows = Query(rendered);
            }

            _catalogue = CatalogueChanges.After(_catalogue, bound);
            if (statement is CreateTable table)
            {
                _tables[table.Name] = table;
            }
        }

        return rows;
    }

    /// <summary>Executes one statement of DuckDB's own.</summary>
    public IReadOnlyList<string> Query(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = Last = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(i => DuckDbText.Of(reader.GetValue(i)))));
        }

        return rows;
    }

    public void Dispose() => _connection.Dispose();
}
