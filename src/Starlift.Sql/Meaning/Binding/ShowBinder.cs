using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Parsing;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>SHOW of objects (Amazon Redshift: "SHOW DATABASES", "SHOW SCHEMAS", "SHOW TABLES", "SHOW COLUMNS", "SHOW TABLE", "SHOW VIEW"): a query of the system's views.</summary>
sealed class ShowBinder(BindContext context, QueryBinder queries)
{
    public BoundQueryStatement Bind(ShowObjectsStatement show)
    {
        var sql = show.What switch
        {
            "databases" => Many(show, "database_name", "select database_name, database_owner, database_type, database_acl, database_options as parameters, database_isolation_level from pg_catalog.svv_redshift_databases", ""),
            "schemas" => Many(
                show, "schema_name", "select database_name, schema_name, schema_owner, schema_type, schema_acl, source_database, schema_option from pg_catalog.svv_all_schemas", show.Of is { } database ? Is("database_name", Part(database, 0)) : ""),
            "tables" => Many(
                show, "table_name",
                "select database_name, schema_name, table_name, table_type, table_acl, remarks, table_owner as owner, cast(null as timestamp) as last_altered_time, cast(null as timestamp) as last_modified_time, dist_style, table_subtype from pg_catalog.svv_starlift_tables",
                Place(show, ["schema_name", "database_name"])),
            "columns" => Many(
                show, "column_name",
                "select database_name, schema_name, table_name, column_name, ordinal_position, column_default, is_nullable, data_type, character_maximum_length, numeric_precision, numeric_scale, remarks, case when sortkey = 0 then null else 'COMPOUND' end as sort_key_type, sortkey as sort_key, case when distkey then 1 else 0 end as dist_key, encoding, cast(null as varchar) as collation from pg_catalog.svv_redshift_columns",
                Place(show, ["table_name", "schema_name", "database_name"]), "schema_name, table_name, ordinal_position"),
            "view" or "materialized view" => One(show, "view_definition"),
            "table" => One(show, "table_definition"),
            "grants" or "procedures" or "functions" or "datashares" or "policies" or "constraints primary keys" or "constraints foreign keys" or "parameters" =>
                throw context.Fail(SqlStates.FeatureNotSupported, $"SHOW {show.What.ToUpperInvariant()} is not supported here", show.Span, "query the system's views: svv_tables, svv_columns, pg_constraint"),
            _ => throw context.Fail(SqlStates.FeatureNotSupported, $"SHOW {show.What.ToUpperInvariant()} is not supported here", show.Span),
        };
        var query = (QueryStatement)SqlParser.ParseScript(new SqlSource("", sql)).Statements[0];
        var bound = queries.Bind((Query)new InPlace(show.Span).Rewrite(query.Query), Scope.Root());
        return new BoundQueryStatement(show.Span, bound) { Columns = show.What switch { "view" or "materialized view" => Headed(bound, "Show View DDL statement"), "table" => Headed(bound, "Show Table DDL statement"), _ => bound.Columns } };
    }

    static IReadOnlyList<ResultColumn> Headed(BoundQuery query, string heading) => [query.Columns[0] with { Name = heading }];

    // whatever the query is refused for, the statement is
    sealed class InPlace(TextSpan span) : TreeRewriter
    {
        public override SqlNode Rewrite(SqlNode node) => base.Rewrite(node) with { Span = span };
    }

    static string Many(ShowObjectsStatement show, string name, string query, string place, string? order = null)
    {
        var like = show.Like is { } pattern ? $" and {name} ilike {Quoting.Literal(pattern.Value.Replace("\\", "\\\\", StringComparison.Ordinal))}" : "";
        var limit = show.Limit is NumberLiteral count ? $" limit {count.Digits}" : "";
        return $"{query} where true{place}{like} order by {order ?? name}{limit}";
    }

    string Place(ShowObjectsStatement show, ReadOnlySpan<string> columns)
    {
        if (show.Of is not { } of)
        {
            throw context.Fail(SqlStates.SyntaxError, $"SHOW {show.What.ToUpperInvariant()} needs a place", show.Span, show.What == "tables" ? "write SHOW TABLES FROM SCHEMA database.schema" : "write SHOW COLUMNS FROM TABLE database.schema.table");
        }

        var conditions = "";
        for (var i = 0; i < columns.Length && i < of.Name.Parts.Count; i++)
        {
            conditions += Is(columns[i], Part(of, i));
        }

        return of.Name.Parts.Count == 1 && columns[0] == "table_name" ? $"{conditions}{Is("schema_name", context.Catalogue.DefaultSchema)}" : conditions;
    }

    // the text of a statement that makes it
    string One(ShowObjectsStatement show, string column)
    {
        if (show.Of is not { } of)
        {
            throw context.Fail(SqlStates.SyntaxError, $"SHOW {show.What.ToUpperInvariant()} needs a name", show.Span);
        }

        var table = queries.Items.Table(of.Name);
        if (show.What == "table" != table.Kind is TableKind.Table or TableKind.Temporary)
        {
            throw context.Fail(SqlStates.WrongObjectType, $"\"{table.Name}\" is not a {show.What}", of.Span);
        }

        return $"select {column} from pg_catalog.svv_starlift_definitions where true{Is("schema_name", table.Schema)}{Is("table_name", table.Name)}";
    }

    // counted from the last part of the name
    string Part(ObjectName name, int index) => context.NameOf(name.Name.Parts[^(index + 1)]);

    static string Is(string column, string value) => $" and {column} = {Quoting.Literal(value)}";
}
