using Npgsql;

namespace Starlift.Conformance;

/// <summary>Statements for PostgreSQL as they are. Npgsql takes several in one command only in a process in which no adapter of Starlift's was used before.</summary>
static class PlainBatch
{
    /// <param name="connection">Where it is to be executed.</param>
    /// <param name="sql">One or several statements.</param>
    public static NpgsqlBatch Of(NpgsqlConnection connection, string sql)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var statement in Statements(sql))
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
        }

        return batch;
    }

    /// <summary>Parted by the semicolons that stand outside of quotes.</summary>
    static IEnumerable<string> Statements(string sql)
    {
        var (from, quote) = (0, '\0');
        for (var index = 0; index <= sql.Length; index++)
        {
            if (index == sql.Length || sql[index] == ';' && quote == '\0')
            {
                if (!string.IsNullOrWhiteSpace(sql[from..index]))
                {
                    yield return sql[from..index];
                }

                from = index + 1;
            }
            else if (sql[index] is '\'' or '"' && (quote == '\0' || quote == sql[index]))
            {
                quote = quote == '\0' ? sql[index] : '\0';
            }
        }
    }
}
