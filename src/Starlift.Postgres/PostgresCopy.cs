using Npgsql;
using Starlift.Copying;
using Starlift.Postgres.Copying;
using Starlift.Warehouses;

namespace Starlift.Postgres;

/// <summary>Carries out one COPY as a stream of PostgreSQL's binary COPY.</summary>
sealed class PostgresCopy(PostgresSession session, CopyInput input, int threads)
{
    static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];
    static readonly byte[] Trailer = [0xFF, 0xFF];

    readonly EngineStatement _statement = new(input.Copy.Statement, []);

    /// <returns>How many rows the server took.</returns>
    /// <exception cref="LoadAbortedException">The reject limit was passed.</exception>
    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        if (input.Copy.Statement.NoLoad)
        {
            return await Task.Run(CountGood, cancellationToken);
        }

        if (session.InTransaction)
        {
            return await LoadAsync(cancellationToken);
        }

        await session.BeginAsync(cancellationToken);
        try
        {
            var rows = await LoadAsync(cancellationToken);
            await session.CommitAsync();
            return rows;
        }
        catch
        {
            await session.RollbackAsync();
            throw;
        }
    }

    async Task<long> LoadAsync(CancellationToken cancellationToken)
    {
        var before = await InsertedAsync(cancellationToken);
        await session.UseAsync(_statement, connection => StreamAsync(connection, cancellationToken), cancellationToken);
        var after = await InsertedAsync(cancellationToken);
        if (after - before > 0)
        {
            // A planner that knows nothing of a fresh table joins it by nested loops.
            await session.ExecuteAsync([$"ANALYZE {input.Copy.Statement.Table.Quoted}"], _statement, cancellationToken);
        }

        return after - before;
    }

    async Task<bool> StreamAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var columns = string.Join(", ", input.Copy.SinkColumns.Select(column => Quoting.Name(column.Name)));
        await using var blocks = new CopyBlocks(input, threads);
        var stream = await connection.BeginRawBinaryCopyAsync(
            $"COPY {input.Copy.Statement.Table.Quoted} ({columns}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        try
        {
            await stream.WriteAsync(Header, cancellationToken);
            await foreach (var block in blocks.TakeAsync(cancellationToken))
            {
                using (block)
                {
                    await stream.WriteAsync(block.Written, cancellationToken);
                }
            }

            await stream.WriteAsync(Trailer, cancellationToken);
        }
        catch
        {
            await TryCancelAsync(stream);
            throw;
        }

        await stream.DisposeAsync();
        return true;
    }

    static async Task TryCancelAsync(NpgsqlRawCopyStream stream)
    {
        try
        {
            await stream.CancelAsync();
        }
        catch (Exception e) when (PostgresErrors.Knows(e) || e is InvalidOperationException)
        {
            // What made it end is on its way already.
        }
    }

    // The server's own count of rows that this transaction has put into the table.
    async Task<long> InsertedAsync(CancellationToken cancellationToken)
    {
        var table = Quoting.Literal(input.Copy.Statement.Table.Quoted);
        var rows = await session.QueryAsync(
            [
                $"""
                SELECT coalesce(sum(pg_stat_get_xact_tuples_inserted(relid)), 0)::bigint
                FROM (SELECT relid FROM pg_partition_tree(to_regclass({table})) UNION SELECT to_regclass({table})) AS parts
                """,
            ],
            _statement,
            cancellationToken);
        return (long)rows.Rows[0][0]!;
    }

    long CountGood()
    {
        using var reader = input.OpenReader();
        var sink = default(NoRows);
        long rows = 0;
        while (reader.Read(ref sink, int.MaxValue) is > 0 and var read)
        {
            rows += read;
        }

        return rows;
    }
}
