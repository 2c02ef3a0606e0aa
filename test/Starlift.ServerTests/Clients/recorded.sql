-- dbt-redshift: connections (https://github.com/dbt-labs/dbt-adapters/tree/main/dbt-redshift)
select pg_backend_pid()
set query_group to 'dbt'
begin
commit
select distinct nspname from pg_namespace
create schema if not exists "dbt_x"
select count(*) from pg_namespace where nspname = 'dbt_x'
-- dbt-redshift: relations and columns
select table_catalog as database, table_name as name, table_schema as schema, 'table' as type from information_schema.tables where table_schema ilike 'public' and table_type = 'BASE TABLE' union all select table_catalog as database, table_name as name, table_schema as schema, case when view_definition ilike '%create materialized view%' then 'materialized_view' else 'view' end as type from information_schema.views where table_schema ilike 'public'
with bound_views as (select ordinal_position, table_schema, column_name, data_type, character_maximum_length, numeric_precision, numeric_scale from information_schema."columns" where table_name = 'items'), unbound_views as (select ordinal_position, view_schema, col_name, case when col_type ilike 'character varying%' then 'character varying' when col_type ilike 'numeric%' then 'numeric' else col_type end as col_type, case when col_type like 'character%' then nullif(regexp_substr(col_type, '[0-9]+'), '')::int else null end as character_maximum_length, case when col_type like 'numeric%' then nullif(split_part(regexp_substr(col_type, '[0-9,]+'), ',', 1), '')::int else null end as numeric_precision, case when col_type like 'numeric%' then nullif(split_part(regexp_substr(col_type, '[0-9,]+'), ',', 2), '')::int else null end as numeric_scale from pg_get_late_binding_view_cols() cols(view_schema name, view_name name, col_name name, col_type varchar, ordinal_position int) where view_name = 'items'), external_views as (select columnnum, schemaname, columnname, case when external_type ilike 'character varying%' or external_type ilike 'varchar%' then 'character varying' when external_type ilike 'numeric%' then 'numeric' else external_type end as external_type, null::int as character_maximum_length, null::int as numeric_precision, null::int as numeric_scale from pg_catalog.svv_external_columns where schemaname = 'public' and tablename = 'items'), unioned as (select * from bound_views union all select * from unbound_views union all select * from external_views) select column_name, data_type, character_maximum_length, numeric_precision, numeric_scale from unioned order by ordinal_position
select 'dev'::varchar as table_database, sch.nspname as table_schema, tbl.relname as table_name, case tbl.relkind when 'v' then 'VIEW' else 'BASE TABLE' end as table_type, tbl_desc.description as table_comment, col.attname as column_name, col.attnum as column_index, pg_catalog.format_type(col.atttypid, col.atttypmod) as column_type, col_desc.description as column_comment from pg_catalog.pg_namespace sch join pg_catalog.pg_class tbl on tbl.relnamespace = sch.oid join pg_catalog.pg_attribute col on col.attrelid = tbl.oid left outer join pg_catalog.pg_description tbl_desc on (tbl_desc.objoid = tbl.oid and tbl_desc.objsubid = 0) left outer join pg_catalog.pg_description col_desc on (col_desc.objoid = tbl.oid and col_desc.objsubid = col.attnum) where sch.nspname = 'public' and tbl.relkind in ('r', 'v', 'f', 'p') and col.attnum > 0 and not col.attisdropped order by sch.nspname, tbl.relname, col.attnum
select "database", "schema", table_id, "table", encoded, diststyle, sortkey1, max_varchar, sortkey1_enc, sortkey_num, size, pct_used, unsorted, stats_off, tbl_rows, skew_sortkey1, skew_rows from svv_table_info where "schema" = 'public'
select has_table_privilege(current_user, 'pg_catalog.svv_table_info', 'SELECT') as can_select
create table "dev"."dbt_x"."m__dbt_tmp" diststyle key distkey (id) compound sortkey (id) as (select id, name from items)
alter table "dev"."dbt_x"."m__dbt_tmp" rename to "m"
delete from "dev"."dbt_x"."m" where (id) in (select distinct id from items where id > 2)
create or replace view "dev"."dbt_x"."v" as (select * from dbt_x.m) with no schema binding
grant select on "dev"."dbt_x"."m" to public
comment on table "dev"."dbt_x"."m" is 'a model'
show tables from schema "dev"."dbt_x"
show columns from table "dev"."dbt_x"."m"
drop view if exists "dev"."dbt_x"."v" cascade
drop table if exists "dev"."dbt_x"."m" cascade
drop schema if exists "dbt_x" cascade
-- redshift_connector: transactions and metadata (https://github.com/aws/amazon-redshift-python-driver, core.py and cursor.py)
begin transaction
rollback
select current_database()
select current_schema()
set application_name = 'redshift_connector'
select cast(current_database() as varchar(124)) as TABLE_CAT, table_schema as TABLE_SCHEM, table_name as TABLE_NAME, cast(case table_type when 'BASE TABLE' then case when table_schema = 'pg_catalog' or table_schema = 'information_schema' then 'SYSTEM TABLE' when table_schema = 'pg_toast' then 'SYSTEM TOAST TABLE' when table_schema ~ '^pg_' and table_schema != 'pg_toast' then 'TEMPORARY TABLE' else 'TABLE' end when 'VIEW' then case when table_schema = 'pg_catalog' or table_schema = 'information_schema' then 'SYSTEM VIEW' else 'VIEW' end when 'EXTERNAL TABLE' then 'EXTERNAL TABLE' end as varchar(124)) as TABLE_TYPE, REMARKS, '' as TYPE_CAT, '' as TYPE_SCHEM, '' as TYPE_NAME, '' as SELF_REFERENCING_COL_NAME, '' as REF_GENERATION from svv_tables where true and table_schema like 'public' order by TABLE_TYPE, TABLE_SCHEM, TABLE_NAME
select nspname as TABLE_SCHEM, null as TABLE_CATALOG from pg_catalog.pg_namespace where nspname <> 'pg_toast' and (nspname !~ '^pg_temp_' or nspname = (pg_catalog.current_schemas(true))[1]) and (nspname !~ '^pg_toast_temp_' or nspname = replace((pg_catalog.current_schemas(true))[1], 'pg_temp_', 'pg_toast_temp_')) order by TABLE_SCHEM
select current_database() as TABLE_CAT, n.nspname as TABLE_SCHEM, ct.relname as TABLE_NAME, a.attname as COLUMN_NAME, a.attnum as KEY_SEQ, ci.relname as PK_NAME from pg_catalog.pg_namespace n, pg_catalog.pg_class ct, pg_catalog.pg_class ci, pg_attribute a, pg_catalog.pg_index i where ct.oid = i.indrelid and ci.oid = i.indexrelid and a.attrelid = ci.oid and i.indisprimary and ct.relnamespace = n.oid
select n.nspname, c.relname, a.attname, con.conname, con.conkey from pg_catalog.pg_constraint con join pg_catalog.pg_class c on c.oid = con.conrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = any (con.conkey) where con.contype = 'p' order by 1, 2
-- Amazon's JDBC driver (https://github.com/aws/amazon-redshift-jdbc-driver, RedshiftDatabaseMetaData.java and ConnectionFactoryImpl.java)
show transaction_read_only
set session characteristics as transaction isolation level serializable
select cast(database_name as varchar(124)) as TABLE_CAT from pg_catalog.svv_redshift_databases order by TABLE_CAT
select 1 from svv_external_schemas where schemaname like 'public'
select typname, typinput = 'array_in'::regproc, typtype from pg_catalog.pg_type where oid = 1043
select n.nspname, t.typname from pg_catalog.pg_type t join pg_catalog.pg_namespace n on t.typnamespace = n.oid where t.oid = 1700
select t.typname, t.oid from pg_catalog.pg_type t join pg_catalog.pg_namespace n on (t.typnamespace = n.oid) where n.nspname != 'pg_toast' and (t.typrelid = 0 or (select c.relkind = 'c' from pg_catalog.pg_class c where c.oid = t.typrelid))
select * from (select current_database() as TABLE_CAT, n.nspname as TABLE_SCHEM, c.relname as TABLE_NAME, a.attname as COLUMN_NAME, a.atttypid as DATA_TYPE, pg_catalog.format_type(a.atttypid, a.atttypmod) as TYPE_NAME, a.attnum, def.adsrc as COLUMN_DEF, dsc.description as REMARKS, a.attnotnull from pg_catalog.pg_namespace n join pg_catalog.pg_class c on (c.relnamespace = n.oid) join pg_catalog.pg_attribute a on (a.attrelid = c.oid) left join pg_catalog.pg_attrdef def on (a.attrelid = def.adrelid and a.attnum = def.adnum) left join pg_catalog.pg_description dsc on (c.oid = dsc.objoid and a.attnum = dsc.objsubid) where a.attnum > 0 and not a.attisdropped and n.nspname like 'public' and c.relname like 'items') order by TABLE_SCHEM, TABLE_NAME, attnum
select p.proname, n.nspname, p.prooid from pg_catalog.pg_proc_info p, pg_catalog.pg_namespace n where p.pronamespace = n.oid
-- DBeaver (https://github.com/dbeaver/dbeaver, org.jkiss.dbeaver.ext.postgresql, PostgreServerRedshift and RedshiftSchema)
select db.oid, db.* from pg_catalog.pg_database db where datallowconn and not datistemplate
select * from pg_catalog.svv_external_schemas where databasename = 'dev'
select n.oid, n.*, d.description from pg_catalog.pg_namespace n left outer join pg_catalog.pg_description d on d.objoid = n.oid and d.objsubid = 0 and d.classoid = 'pg_namespace'::regclass order by nspname
select c.oid, c.*, d.description from pg_catalog.pg_class c left outer join pg_catalog.pg_description d on d.objoid = c.oid and d.objsubid = 0 where c.relnamespace = 2200 and c.relkind not in ('i', 'I', 'c')
select c.relname, a.*, ad.adsrc as def_value, dsc.description from pg_catalog.pg_attribute a inner join pg_catalog.pg_class c on (a.attrelid = c.oid) left outer join pg_catalog.pg_attrdef ad on (a.attrelid = ad.adrelid and a.attnum = ad.adnum) left outer join pg_catalog.pg_description dsc on (c.oid = dsc.objoid and a.attnum = dsc.objsubid) where not a.attisdropped and c.relname = 'items' order by a.attnum
select n.nspname as schemaname, c.relname as tablename, a.attname, format_encoding(a.attencodingtype::integer) as encoding, a.attisdistkey, a.attsortkeyord, c.reldiststyle from pg_namespace as n inner join pg_class as c on n.oid = c.relnamespace inner join pg_attribute as a on c.oid = a.attrelid where c.relkind = 'r' and a.attnum > 0 and n.nspname = 'public' order by a.attnum
select c.oid, c.*, t.relname as tabrelname, pg_catalog.pg_get_constraintdef(c.oid) as def from pg_catalog.pg_constraint c inner join pg_catalog.pg_class t on t.oid = c.conrelid where t.relnamespace = 2200 order by c.oid
select u.usesysid, u.* from pg_catalog.pg_user u order by u.usename
select * from pg_catalog.pg_settings
select 'CREATE TABLE ' + n.nspname + '.' + c.relname + ' (' as ddl from pg_namespace n join pg_class c on n.oid = c.relnamespace where c.relkind = 'r'
-- Metabase (https://github.com/metabase/metabase, modules/drivers/redshift)
set timezone to 'UTC'
-- /* Metabase */ comments before statements
/* Metabase:: userID: 1 */ select has_schema_privilege('public', 'USAGE')
select quote_literal('it''s')
select to_char(current_timestamp, 'YYYY-MM-DD HH24:MI:SS.MS TZ')
select fk_ns.nspname as "fk-table-schema", fk_table.relname as "fk-table-name", fk_column.attname as "fk-column-name", pk_ns.nspname as "pk-table-schema", pk_table.relname as "pk-table-name", pk_column.attname as "pk-column-name" from pg_constraint c join pg_class fk_table on c.conrelid = fk_table.oid join pg_namespace fk_ns on c.connamespace = fk_ns.oid join pg_attribute fk_column on c.conrelid = fk_column.attrelid join pg_class pk_table on c.confrelid = pk_table.oid join pg_namespace pk_ns on pk_table.relnamespace = pk_ns.oid join pg_attribute pk_column on c.confrelid = pk_column.attrelid where fk_ns.nspname !~ '^information_schema|catalog_history|pg_' and c.contype = 'f'::char and fk_column.attnum = any (c.conkey) and pk_column.attnum = any (c.confkey) order by fk_ns.nspname, fk_table.relname
-- sqlalchemy-redshift (https://github.com/sqlalchemy-redshift/sqlalchemy-redshift, dialect.py)
select pg_catalog.version()
select current_schema()
show transaction isolation level
select c.relkind, n.oid as "schema_oid", n.nspname as "schema", c.oid as "rel_oid", c.relname, case c.reldiststyle when 0 then 'EVEN' when 1 then 'KEY' when 8 then 'ALL' end as "diststyle", c.relowner as "owner_id", u.usename as "owner_name", trim(trailing ';' from pg_catalog.pg_get_viewdef(c.oid, true)) as "view_definition", pg_catalog.array_to_string(c.relacl, '\n') as "privileges" from pg_catalog.pg_class c left join pg_catalog.pg_namespace n on n.oid = c.relnamespace join pg_catalog.pg_user u on u.usesysid = c.relowner where c.relkind in ('r', 'v', 'm', 'S', 'f') and n.nspname !~ '^pg_' and n.nspname != 'information_schema' order by c.relkind, n.oid, n.nspname
select n.nspname as "schema", c.relname as "table_name", att.attname as "name", format_encoding(att.attencodingtype::integer) as "encode", format_type(att.atttypid, att.atttypmod) as "type", att.attisdistkey as "distkey", att.attsortkeyord as "sortkey", att.attnotnull as "notnull", pg_catalog.col_description(att.attrelid, att.attnum) as "comment", adsrc, attnum, pg_catalog.format_type(att.atttypid, att.atttypmod), pg_catalog.pg_get_expr(ad.adbin, ad.adrelid) as default, n.oid as "schema_oid", c.oid as "table_oid" from pg_catalog.pg_class c left join pg_catalog.pg_namespace n on n.oid = c.relnamespace join pg_catalog.pg_attribute att on att.attrelid = c.oid left join pg_catalog.pg_attrdef ad on (att.attrelid, att.attnum) = (ad.adrelid, ad.adnum) where n.nspname !~ '^pg_' and att.attnum > 0 and not att.attisdropped order by n.nspname, c.relname, att.attnum
select n.nspname as "schema", c.relname as "table_name", t.contype as "contype", t.conname as "conname", t.conkey, a.attnum as "attnum", a.attname as "attname", pg_catalog.pg_get_constraintdef(t.oid, true)::varchar(512) as "condef", n.oid as "schema_oid", c.oid as "rel_oid" from pg_catalog.pg_class c left join pg_catalog.pg_namespace n on n.oid = c.relnamespace join pg_catalog.pg_constraint t on t.conrelid = c.oid join pg_catalog.pg_attribute a on t.conrelid = a.attrelid and a.attnum = any (t.conkey) where n.nspname !~ '^pg_' order by n.nspname, c.relname
select '"public"."items"'::regclass::oid
-- awswrangler (https://github.com/aws/aws-sdk-pandas, redshift/_write.py)
select true where exists (select * from information_schema.tables where table_schema = 'public' and table_name = 'items')
select column_name from svv_columns where table_schema = 'public' and table_name = 'items' order by ordinal_position
