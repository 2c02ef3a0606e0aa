using Starlift.SqlTests.Tree;

namespace Starlift.SqlTests.Parsing;

/// <summary>Statements of Redshift's that loads and models rarely use (the pages "SQL commands"): what no engine of ours knows is still no error of syntax.</summary>
public sealed class RareStatementTests
{
    const string Statements = """
        create external schema spectrum from data catalog database 'db' iam_role default
        create external schema if not exists s from data catalog database 'dev' iam_role 'arn:aws:iam::123456789012:role/x' create external database if not exists
        create external table spectrum.sales (salesid int, d date) partitioned by (saledate date) row format delimited fields terminated by '\t' stored as textfile location 's3://b/p/' table properties ('numRows'='172000')
        create external table spectrum.s2 stored as parquet location 's3://b/p/' as select * from t
        alter table spectrum.sales add if not exists partition (saledate='2008-01') location 's3://b/p/2008-01/'
        alter table spectrum.sales set location 's3://b/q/'
        drop schema spectrum drop external database
        create datashare salesshare set publicaccessible false
        alter datashare salesshare add schema public
        grant usage on datashare salesshare to namespace '13b8833d-17c6-4f16-8fe4-1a018f5ed00d'
        create model customer_churn from (select a, b from t) target churn function f iam_role default settings (s3_bucket 'b')
        create library f language plpythonu from 's3://b/x.zip' credentials 'aws_iam_role=arn:aws:iam::123456789012:role/x'
        create or replace function f_py (a float, b float) returns float stable as $$ if a > b: return a $$ language plpythonu
        create external function exfunc(int, int) returns int stable lambda 'fn' iam_role default
        create rls policy p with (catgroup varchar(10)) using (catgroup = 'concerts')
        attach rls policy p on t to role analyst
        create masking policy m with (a varchar(256)) using ('xxx'::text)
        attach masking policy m on t(a) to public
        create role analyst
        grant role analyst to bob
        create identity provider oauth type azure namespace 'aad' parameters '{}'
        alter user bob set search_path to public
        alter default privileges in schema public grant select on tables to group g
        create database d collate case_insensitive
        alter database d rename to e
        show tables from schema dev.public
        show columns from table dev.public.t
        show databases
        show schemas from database dev
        show external table spectrum.sales
        show procedure p(int)
        show view v
        show grants on table t
        show model all
        unload ('select * from t') to 's3://b/p' iam_role default parquet partition by (a) cleanpath
        unload ('select * from t') to 's3://b/p' iam_role default format as csv header delimiter as '|' allowoverwrite maxfilesize 100 mb region 'eu-west-1' kms_key_id 'x' encrypted
        cancel 1234 'Long-running query'
        analyze compression t comprows 1000
        vacuum full t to 75 percent boost
        vacuum reindex t
        vacuum recluster t
        call p(1, 'a')
        alter table t alter distkey a
        alter table t alter diststyle even
        alter table t alter sortkey auto
        alter table t alter column a type varchar(20)
        alter table t alter column a encode zstd
        alter table t row level security on
        alter materialized view v auto refresh yes
        refresh materialized view v cascade
        create materialized view v backup no diststyle even sortkey(a) auto refresh yes as select 1 as a
        select * from unpivot_t unpivot include nulls (v for k in (a, b))
        select * from (select a, b from t) pivot (sum(a) for b in ('x' as x, 'y'))
        with recursive r(n) as (select 1 union all select n+1 from r where n < 5) select * from r
        select approximate count(distinct a) from t
        select approximate percentile_disc(0.5) within group (order by a) from t
        select interval '1 day' + current_date, '12:00'::time at time zone 'utc'
        copy t from 's3://b/p' iam_role default fixedwidth 'a:1,b:2'
        copy t from 'dynamodb://x' iam_role default readratio 50
        copy t from 's3://b/p' iam_role default format orc serializetojson
        copy t from 's3://b/p' iam_role default csv job create j auto on
        declare c cursor for select * from t
        fetch forward 100 from c
        close c
        prepare p (int) as select $1
        execute p(1)
        deallocate p
        lock t
        lock table a, b
        begin isolation level serializable read write
        start transaction read only
        end work
        abort transaction
        set query_group to 'x'
        set session authorization bob
        reset session authorization
        set local enable_result_cache_for_session = off
        comment on table t is 'x'
        comment on column t.a is null
        use dev
        create table t2 (like t including defaults)
        create temp table t3 backup no diststyle key distkey(a) as select 1 as a
        create table if not exists t4 (a int encode az64 not null default 0 distkey sortkey, b super, c hllsketch, d geometry, e varbyte(10), primary key (a), foreign key (a) references t(a))
        truncate table t
        delete from t using s where t.a = s.a
        update t set a = default from s where s.a = t.a
        merge into t using s on t.a = s.a when matched then update set a = s.a when not matched then insert values (s.a)
        merge into t using s on t.a = s.a remove duplicates
        explain verbose select 1
        select listagg(distinct a, ',') within group (order by a) over (partition by b) from t
        select 1 where 'a' similar to '%a' escape '\\'
        create procedure p(inout a int) as $$ begin a := 1; end $$ language plpgsql security definer
        drop procedure if exists p(int)
        drop function f(int) cascade
        drop external table spectrum.sales
        drop group g
        drop user if exists bob
        drop role r force
        revoke all on all tables in schema public from public
        grant assumerole on 'arn:aws:iam::1:role/x' to bob for copy
        alter schema s owner to bob
        alter schema s quota 10 gb
        create schema s authorization bob quota 10 gb
        create user bob password disable createdb syslog access unrestricted valid until '2030-01-01' connection limit 5
        alter group g add user bob
        alter system set "data_catalog_auto_mount" = true
        desc datashare salesshare
        alter table t append from s filltarget
        analyze verbose t (a) predicate columns
        """;

    public static TheoryData<string> Lines => [.. Statements.Split('\n')];

    [Theory]
    [MemberData(nameof(Lines))]
    public void It_is_understood_and_comes_back_as_it_was_written(string sql) => TreeAssert.ComesBack(sql);
}
