using System.Collections.Frozen;
using Starlift.Sql.Meaning.Types;

namespace Starlift.Sql.Meaning.Catalogues;

/// <summary>
/// The tables and views of pg_catalog with their columns: PostgreSQL 8.0's ("System catalogs"), Redshift's own columns ("System catalog tables"), and those of newer
/// PostgreSQL that psql and drivers ask for whatever the server's version is.
/// </summary>
public static class LeaderTables
{
    const string Text =
        """
        pg_namespace oid oid, nspname name, nspowner integer, nspacl array
        pg_class oid oid, relname name, relnamespace oid, reltype oid, relowner integer, relam oid, relfilenode oid, reltablespace oid, relpages integer, reltuples real, reltoastrelid oid, reltoastidxid oid, relhasindex boolean, relisshared boolean, relkind char, relnatts smallint, relchecks smallint, reltriggers smallint, relukeys smallint, relfkeys smallint, relrefs smallint, relhasoids boolean, relhaspkey boolean, relhasrules boolean, relhassubclass boolean, relacl array, reldiststyle integer, relhastriggers boolean, relpersistence char, reloftype oid, reloptions array, relispartition boolean, relrowsecurity boolean, relforcerowsecurity boolean, relispopulated boolean, relreplident char
        pg_class_info reloid oid, relname name, relnamespace oid, relowner integer, reltuples real, relkind char, relnatts smallint, relacl array, reldiststyle integer, releffectivediststyle integer, relcreationtime timestamp
        pg_attribute attrelid oid, attname name, atttypid oid, attstattarget integer, attlen smallint, attnum smallint, attndims integer, attcacheoff integer, atttypmod integer, attbyval boolean, attstorage char, attalign char, attnotnull boolean, atthasdef boolean, attisdropped boolean, attislocal boolean, attinhcount integer, attisdistkey boolean, attispreloaded boolean, attsortkeyord integer, attencodingtype smallint, attencrypttype smallint, attcollation oid, attidentity char, attgenerated char, attacl array, attoptions array
        pg_attrdef oid oid, adrelid oid, adnum smallint, adbin text, adsrc text
        pg_type oid oid, typname name, typnamespace oid, typowner integer, typlen smallint, typbyval boolean, typtype char, typisdefined boolean, typdelim char, typrelid oid, typelem oid, typinput regproc, typoutput regproc, typreceive regproc, typsend regproc, typanalyze regproc, typalign char, typstorage char, typnotnull boolean, typbasetype oid, typtypmod integer, typndims integer, typdefaultbin text, typdefault text, typarray oid, typcollation oid
        pg_constraint oid oid, conname name, connamespace oid, contype char, condeferrable boolean, condeferred boolean, conrelid oid, contypid oid, confrelid oid, confupdtype char, confdeltype char, confmatchtype char, conkey array, confkey array, conbin text, consrc text, conindid oid
        pg_description objoid oid, classoid oid, objsubid integer, description text
        pg_shdescription objoid oid, classoid oid, description text
        pg_proc oid oid, proname name, pronamespace oid, proowner integer, prolang oid, proisagg boolean, prosecdef boolean, proisstrict boolean, proretset boolean, provolatile char, pronargs smallint, prorettype oid, proargtypes array, proargnames array, proargmodes array, proallargtypes array, prosrc text, probin text, proacl array, proiswindow boolean
        pg_proc_info prooid oid, proname name, pronamespace oid, proowner integer, prolang oid, prokind char, prosecdef boolean, proisstrict boolean, proretset boolean, provolatile char, pronargs smallint, prorettype oid, proargtypes array, proargnames array, proargmodes array, proallargtypes array, prosrc text
        pg_index indexrelid oid, indrelid oid, indkey array, indclass array, indnatts smallint, indisunique boolean, indisprimary boolean, indisclustered boolean, indexprs text, indpred text, indisvalid boolean, indoption array
        pg_indexes schemaname name, tablename name, indexname name, tablespace name, indexdef text
        pg_inherits inhrelid oid, inhparent oid, inhseqno integer
        pg_rewrite oid oid, rulename name, ev_class oid, ev_attr smallint, ev_type char, is_instead boolean, ev_qual text, ev_action text, ev_enabled char
        pg_rules schemaname name, tablename name, rulename name, definition text
        pg_trigger oid oid, tgrelid oid, tgname name, tgfoid oid, tgtype smallint, tgenabled boolean, tgisconstraint boolean, tgconstrname name, tgconstrrelid oid, tgdeferrable boolean, tginitdeferred boolean, tgnargs smallint, tgattr array
        pg_depend classid oid, objid oid, objsubid integer, refclassid oid, refobjid oid, refobjsubid integer, deptype char
        pg_language oid oid, lanname name, lanispl boolean, lanpltrusted boolean, lanplcallfoid oid, lanvalidator oid, lanacl array
        pg_am oid oid, amname name, amowner integer
        pg_operator oid oid, oprname name, oprnamespace oid, oprowner integer, oprkind char, oprcanhash boolean, oprleft oid, oprright oid, oprresult oid, oprcode regproc
        pg_cast oid oid, castsource oid, casttarget oid, castfunc oid, castcontext char
        pg_collation oid oid, collname name, collnamespace oid, collowner integer, collencoding integer
        pg_tablespace oid oid, spcname name, spcowner integer, spclocation text, spcacl array
        pg_database oid oid, datname name, datdba integer, encoding integer, datistemplate boolean, datallowconn boolean, datlastsysoid oid, dattablespace oid, datconfig text, datacl array, datcollate name, datctype name, datconnlimit integer
        pg_database_info datid oid, datname name, datdba integer, encoding integer, datistemplate boolean, datallowconn boolean, datconnlimit text, datacl array
        pg_user usename name, usesysid integer, usecreatedb boolean, usesuper boolean, usecatupd boolean, passwd text, valuntil timestamp, useconfig array
        pg_user_info usename name, usesysid integer, usecreatedb boolean, usesuper boolean, usecatupd boolean, passwd text, valuntil timestamp, useconfig array, useconnlimit text
        pg_shadow usename name, usesysid integer, usecreatedb boolean, usesuper boolean, usecatupd boolean, passwd text, valuntil timestamp, useconfig array
        pg_group groname name, grosysid integer, grolist array
        pg_roles oid oid, rolname name, rolsuper boolean, rolinherit boolean, rolcreaterole boolean, rolcreatedb boolean, rolcatupdate boolean, rolcanlogin boolean, rolconnlimit integer, rolpassword text, rolvaliduntil timestamptz, rolreplication boolean, rolbypassrls boolean, rolconfig array
        pg_auth_members roleid oid, member oid, grantor oid, admin_option boolean
        pg_default_acl defacluser integer, defaclrole oid, defaclnamespace oid, defaclobjtype char, defaclacl array
        pg_settings name text, setting text, category text, short_desc text, extra_desc text, context text, vartype text, source text, min_val text, max_val text
        pg_tables schemaname name, tablename name, tableowner name, tablespace name, hasindexes boolean, hasrules boolean, hastriggers boolean
        pg_views schemaname name, viewname name, viewowner name, definition text
        pg_locks locktype text, relation oid, database oid, transaction bigint, pid integer, mode text, granted boolean
        pg_stat_activity datid oid, datname name, procpid integer, usesysid integer, usename name, current_query text, query_start timestamptz
        pg_external_schema esoid oid, eskind integer, esdbname text, esoptions text
        svv_redshift_databases database_name text, database_owner integer, database_type text, database_acl text, database_options text, database_isolation_level text
        svv_all_schemas database_name text, schema_name text, schema_owner integer, schema_type text, schema_acl text, source_database text, schema_option text
        svv_redshift_schemas database_name text, schema_name text, schema_owner integer, schema_type text, schema_acl text, source_database text, schema_option text
        svv_all_tables database_name text, schema_name text, table_name text, table_type text, table_acl text, remarks text
        svv_redshift_tables database_name text, schema_name text, table_name text, table_type text, table_acl text, remarks text, table_owner text
        svv_starlift_tables database_name text, schema_name text, table_name text, table_type text, table_acl text, remarks text, table_owner text, dist_style text, table_subtype text
        svv_all_columns database_name text, schema_name text, table_name text, column_name text, ordinal_position integer, column_default text, is_nullable text, data_type text, character_maximum_length integer, numeric_precision integer, numeric_scale integer, remarks text
        svv_redshift_columns database_name text, schema_name text, table_name text, column_name text, ordinal_position integer, data_type text, column_default text, is_nullable text, encoding text, distkey boolean, sortkey integer, column_acl text, remarks text, character_maximum_length integer, numeric_precision integer, numeric_scale integer
        svv_starlift_definitions schema_name text, table_name text, table_definition text, view_definition text
        svv_external_schemas esoid oid, eskind integer, schemaname name, esowner integer, databasename text, esoptions text
        svv_external_tables redshift_database_name text, schemaname text, tablename text, tabletype text, location text, input_format text, output_format text, serialization_lib text, serde_parameters text, compressed integer, parameters text
        svv_external_columns redshift_database_name text, schemaname text, tablename text, columnname text, external_type text, columnnum integer, part_key integer, is_nullable text
        svv_external_databases eskind integer, databasename text, location text, parameters text
        svv_external_partitions schemaname text, tablename text, values text, location text
        """;

    static readonly FrozenDictionary<string, IReadOnlyList<ColumnDefinition>> Tables = Text.Split('\n')
        .Select(line => line.Split(' ', 2))
        .ToFrozenDictionary(parts => parts[0], parts => (IReadOnlyList<ColumnDefinition>)[.. parts[1].Split(", ").Select(Column)], StringComparer.Ordinal);

    /// <summary>True of a view of Redshift's own, of which <see cref="Writing.SystemViews"/> has the query.</summary>
    public static bool IsView(string name) => name.StartsWith("svv_", StringComparison.Ordinal) && !name.StartsWith("svv_external", StringComparison.Ordinal);

    /// <summary>The names of all.</summary>
    public static IEnumerable<string> Names => Tables.Keys;

    /// <summary>The columns of one; null of what isn't one.</summary>
    /// <param name="name">In lower case, without its schema.</param>
    public static IReadOnlyList<ColumnDefinition>? Find(string name) => Tables.GetValueOrDefault(name);

    static ColumnDefinition Column(string text)
    {
        var parts = text.Trim().Split(' ');
        return new ColumnDefinition(parts[0], TypeOf(parts[1]));
    }

    static DataType TypeOf(string word) => word switch
    {
        "oid" => new(TypeKind.Oid),
        "name" => new(TypeKind.Name),
        "char" => new(TypeKind.InternalChar),
        "array" => new(TypeKind.Array),
        "regproc" => new(TypeKind.RegProc),
        "boolean" => DataType.Boolean,
        "smallint" => DataType.SmallInt,
        "integer" => DataType.Integer,
        "bigint" => DataType.BigInt,
        "real" => DataType.Real,
        "timestamp" => DataType.Timestamp,
        "timestamptz" => DataType.TimestampTz,
        _ => DataType.Text,
    };
}
