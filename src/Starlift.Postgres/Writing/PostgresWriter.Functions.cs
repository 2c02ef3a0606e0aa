using System.Collections.Frozen;
using Starlift.Sql.Writing;

namespace Starlift.Postgres.Writing;

/// <content>Functions that PostgreSQL has not, or has otherwise.</content>
sealed partial class PostgresWriter
{
    static readonly FrozenDictionary<string, FunctionWriter> Functions = TextFunctions.All
        .Concat(NumberFunctions.All)
        .Concat(DateFunctions.All)
        .Concat(AggregateFunctions.All)
        .Concat(ConditionFunctions.All)
        .Concat(SystemFunctions.All)
        .ToFrozenDictionary();

    SuperFunctions? _superFunctions;

    protected override FunctionWriter? Function(string name)
    {
        if (Functions.TryGetValue(name, out var writer))
        {
            return writer;
        }

        return SystemFunctions.Missing.Contains(name)
            ? call => throw call.Refuse($"PostgreSQL has no {name.ToUpperInvariant()}", "calculate it on Redshift or DuckDB, or write the query without it")
            : (_superFunctions ??= new SuperFunctions(this)).Find(name) ?? (name is "version" or "slice_num" || name.StartsWith("pg_last_", StringComparison.Ordinal) || name == "last_user_query_id" ? SharedFunctions.Find(name) : null);
    }
}
