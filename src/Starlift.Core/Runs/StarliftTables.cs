using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Runs;

/// <summary>Starlift's own tables on a target, in the schema starlift. Text that may be long is VARCHAR(MAX), Redshift's widest.</summary>
static class StarliftTables
{
    public static TableName Runs { get; } = new("starlift", "runs");

    public static TableName Loads { get; } = new("starlift", "loads");

    public static TableName Ledger { get; } = new("starlift", "ledger");

    public static TableName Rejects { get; } = new("starlift", "rejects");

    const string Definitions = """
        create schema if not exists starlift;
        create table if not exists starlift.runs (
            run_id bigint not null,
            started_at timestamp not null,
            finished_at timestamp,
            outcome varchar(16) not null,
            version varchar(64) not null,
            target varchar(256) not null,
            objects bigint not null,
            bytes bigint not null,
            rows_loaded bigint not null,
            rejects bigint not null,
            error varchar(max)
        );
        create table if not exists starlift.loads (
            load_id bigint not null,
            run_id bigint,
            load_name varchar(256),
            table_name varchar(256) not null,
            source varchar(max) not null,
            status varchar(16) not null,
            started_at timestamp not null,
            finished_at timestamp not null,
            objects bigint not null,
            bytes bigint not null,
            rows_loaded bigint not null,
            rejects bigint not null
        );
        create table if not exists starlift.ledger (
            load_name varchar(256),
            uri varchar(max) not null,
            version varchar(256) not null,
            size bigint not null,
            load_id bigint not null,
            loaded_at timestamp not null,
            records bigint not null,
            rows_loaded bigint not null,
            rejects bigint not null
        );
        create table if not exists starlift.rejects (
            load_id bigint not null,
            run_id bigint,
            table_name varchar(256) not null,
            object varchar(max) not null,
            first_line bigint not null,
            last_line bigint not null,
            byte_offset bigint not null,
            column_name varchar(256) not null,
            type varchar(16) not null,
            length varchar(16) not null,
            position integer not null,
            code integer not null,
            reason varchar(max) not null,
            raw_record varchar(max) not null,
            raw_value varchar(max) not null,
            rejected_at timestamp not null
        );
        """;

    public static async Task CreateAsync(IWarehouse warehouse, CancellationToken cancellationToken)
    {
        if (await warehouse.ColumnsOfAsync(Rejects, cancellationToken) is null)
        {
            await warehouse.ExecuteAsync(Definitions, cancellationToken);
            if (!warehouse.Capabilities.SystemViews)
            {
                await warehouse.ExecuteAsync(SystemViews.Definitions, cancellationToken);
            }
        }
    }

    /// <summary>One more than the highest number in use.</summary>
    public static Task<long> NextAsync(IWarehouse warehouse, TableName table, string column, CancellationToken cancellationToken) =>
        warehouse.CountAsync($"select coalesce(max({column}), 0) + 1 from {table}", cancellationToken);
}
