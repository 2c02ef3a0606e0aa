using Starlift.Sql;

namespace Starlift.History;

/// <summary>Starlift's own tables on a target, in the schema starlift. Text that may be long is VARCHAR(MAX), Redshift's widest.</summary>
static class StarliftTables
{
    public static TableName Runs { get; } = new("starlift", "runs");

    public static TableName Loads { get; } = new("starlift", "loads");

    public static TableName Ledger { get; } = new("starlift", "ledger");

    public static TableName Rejects { get; } = new("starlift", "rejects");

    public static TableName Steps { get; } = new("starlift", "steps");

    public static TableName Checks { get; } = new("starlift", "checks");

    public static TableName Tables { get; } = new("starlift", "tables");

    public static TableName Fills { get; } = new("starlift", "fills");

    public static TableName LoadNumbers { get; } = new("starlift", "load_numbers");

    /// <summary>The objects whose keys of a scope are known; made by the first run that needs it, and not among <see cref="All"/>.</summary>
    public static TableName ScopedObjects { get; } = new("starlift", "scoped_objects");

    /// <summary>The keys that these objects hold.</summary>
    public static TableName ScopeKeys { get; } = new("starlift", "scope_keys");

    /// <summary>In the order in which they are made, and in which versions have come to have them.</summary>
    public static IReadOnlyList<TableName> All { get; } = [Runs, Loads, Ledger, Rejects, Steps, Checks, Tables, Fills, LoadNumbers];

    /// <summary>Statements that make <see cref="All"/>.</summary>
    public const string Definitions = """
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
            error varchar(max),
            started_by varchar(256),
            project varchar(256)
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
            rejects bigint not null,
            project varchar(256),
            rejects_lost bigint,
            told varchar(max)
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
            rejects bigint not null,
            project varchar(256),
            schema_name varchar(256)
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
        create table if not exists starlift.steps (
            run_id bigint not null,
            position integer not null,
            step varchar(16) not null,
            name varchar(256) not null,
            rows_read bigint not null,
            rows_inserted bigint not null,
            rows_updated bigint not null,
            rejects bigint not null,
            started_at timestamp not null,
            duration_ms bigint not null
        );
        create table if not exists starlift.checks (
            run_id bigint not null,
            name varchar(256) not null,
            kind varchar(16) not null,
            table_name varchar(256) not null,
            severity varchar(8) not null,
            outcome varchar(8) not null,
            violations bigint not null,
            threshold bigint not null,
            description varchar(max) not null,
            examples varchar(max) not null
        );
        create table if not exists starlift.tables (
            schema_name varchar(256) not null,
            table_name varchar(256) not null,
            project varchar(256) not null,
            kind varchar(16) not null,
            definition varchar(max) not null,
            table_id varchar(64) not null,
            made_at timestamp not null,
            built_from varchar(max)
        );
        create table if not exists starlift.fills (
            schema_name varchar(256) not null,
            table_name varchar(256) not null,
            load_name varchar(256) not null,
            since bigint not null
        );
        create table if not exists starlift.load_numbers (
            last bigint not null
        )
        """;

    /// <summary>Makes <see cref="ScopedObjects"/>, a row an object and scope, and <see cref="ScopeKeys"/>, a row a key of each.</summary>
    public const string ScopesDefinitions = """
        create table if not exists starlift.scoped_objects (
            load_id bigint not null,
            part integer not null,
            uri varchar(max) not null,
            scope varchar(max) not null,
            least_key varchar(max),
            greatest_key varchar(max)
        );
        create table if not exists starlift.scope_keys (
            load_id bigint not null,
            part integer not null,
            scope_key varchar(max) not null
        )
        """;

    /// <summary>Columns that earlier versions did not have, in the order in which they were added; none is NOT NULL.</summary>
    public static IReadOnlyList<(TableName Table, string Column, string Type)> Added { get; } =
    [
        (Runs, "started_by", "varchar(256)"),
        (Runs, "project", "varchar(256)"),
        (Ledger, "project", "varchar(256)"),
        (Ledger, "schema_name", "varchar(256)"),
        (Loads, "project", "varchar(256)"),
        (Loads, "rejects_lost", "bigint"),
        (Loads, "told", "varchar(max)"),
        (Tables, "built_from", "varchar(max)"),
    ];
}
