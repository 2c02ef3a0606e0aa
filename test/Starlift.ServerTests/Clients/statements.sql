select cast(0 as smallint)
select cast(-32768 as smallint)
select cast(32767 as smallint)
select cast(null as smallint)
select 0::smallint is null, 0::smallint is not null
select cast(0 as integer)
select cast(-2147483648 as integer)
select cast(2147483647 as integer)
select cast(null as integer)
select 0::integer is null, 0::integer is not null
select cast(0 as bigint)
select cast(-9223372036854775808 as bigint)
select cast(9223372036854775807 as bigint)
select cast(null as bigint)
select 0::bigint is null, 0::bigint is not null
select cast(0 as numeric(8,2))
select cast(1.5 as numeric(8,2))
select cast(-123456.78 as numeric(8,2))
select cast(999999.99 as numeric(8,2))
select cast(null as numeric(8,2))
select 0::numeric(8,2) is null, 0::numeric(8,2) is not null
select cast(0.0000000001 as numeric(38,10))
select cast(-1234567890123456789012345678.0123456789 as numeric(38,10))
select cast(null as numeric(38,10))
select 0.0000000001::numeric(38,10) is null, 0.0000000001::numeric(38,10) is not null
select cast(0 as float8)
select cast(0.5 as float8)
select cast(-1234.5 as float8)
select cast(1e20 as float8)
select cast(1e-7 as float8)
select cast(null as float8)
select 0::float8 is null, 0::float8 is not null
select cast(0 as real)
select cast(0.5 as real)
select cast(-8.25 as real)
select cast(null as real)
select 0::real is null, 0::real is not null
select cast('t' as boolean)
select cast('no' as boolean)
select cast('1' as boolean)
select cast(null as boolean)
select 't'::boolean is null, 't'::boolean is not null
select cast('' as varchar(10))
select cast('abc' as varchar(10))
select cast('äöü' as varchar(10))
select cast('it''s' as varchar(10))
select cast('a,b' as varchar(10))
select cast('  x ' as varchar(10))
select cast(null as varchar(10))
select ''::varchar(10) is null, ''::varchar(10) is not null
select cast('ab' as char(5))
select cast('' as char(5))
select cast(null as char(5))
select 'ab'::char(5) is null, 'ab'::char(5) is not null
select cast('2018-11-05' as date)
select cast('1900-01-01' as date)
select cast('2000-02-29' as date)
select cast(null as date)
select '2018-11-05'::date is null, '2018-11-05'::date is not null
select cast('2018-11-05 10:11:12' as timestamp)
select cast('2018-11-05 10:11:12.345678' as timestamp)
select cast('1969-12-31 23:59:59' as timestamp)
select cast(null as timestamp)
select '2018-11-05 10:11:12'::timestamp is null, '2018-11-05 10:11:12'::timestamp is not null
select cast('10:11:12' as time)
select cast('23:59:59.5' as time)
select cast(null as time)
select '10:11:12'::time is null, '10:11:12'::time is not null
select 1, 'a', null
select 1.50, 7 / 2, 7 % 3, 7.0 / 2, -7 / 2
select true and false, true or null, not true
select 1 = 1, 1 <> 2, 2 > 3, 'a' < 'b', null = null
select 2 ^ 10, |/ 16, ||/ 27, @ -5
select 5 & 3, 5 | 3, 5 # 3, ~ 5, 1 << 4, 16 >> 2
select 2147483647 + 1
select 1 / 0
select 1.0 / 0
select mod(5, 0)
select cast('x' as int)
select cast('2018-13-01' as date)
select cast('40000' as smallint)
select nothing
select * from nowhere
select nofunction(1)
selec 1
select 'a' + date '2018-01-01' / 2
select cast('abc' as numeric(4,2))
insert into items values (1)  , ('x')
select name from items group by id
select abs(-5)
select abs(-5.5)
select ceil(1.2)
select ceiling(-1.2)
select floor(1.8)
select floor(-1.8)
select round(2.5)
select round(-2.5)
select round(1234.567, 2)
select round(1234.567, -2)
select trunc(1.99)
select trunc(1234.567, 1)
select sign(-3)
select sign(0.0)
select mod(7, 3)
select mod(-7, 3)
select power(2, 3)
select sqrt(16)
select exp(0)
select ln(1)
select log(100)
select pi() > 3.14
select degrees(0.0)
select radians(0.0)
select sin(0)
select cos(0)
select greatest(1, 3, 2)
select least(1, 3, 2)
select dexp(0)
select cbrt(27)
select to_hex(255)
select strtol('ff', 16)
select upper('abC')
select lower('ABc')
select initcap('hello world')
select length('äöü')
select len('abc ')
select octet_length('äöü')
select char_length('abc')
select substring('abcdef', 2, 3)
select substring('abcdef', 0, 3)
select left('abcdef', 2)
select right('abcdef', 2)
select ltrim('  a')
select rtrim('a  ')
select btrim('xxaxx', 'x')
select trim(' a ')
select replace('banana', 'an', 'x')
select reverse('abc')
select repeat('ab', 3)
select lpad('5', 3, '0')
select rpad('5', 3, '0')
select position('c' in 'abc')
select strpos('abc', 'c')
select charindex('c', 'abc')
select split_part('a,b,c', ',', 2)
select concat('a', 'b')
select 'a' || 'b' || 1
select translate('abc', 'ab', 'xy')
select ascii('a')
select chr(65)
select md5('a')
select sha1('a')
select crc32('a')
select quote_ident('A b')
select quote_literal('it''s')
select regexp_replace('abc123', '[0-9]+', 'x')
select regexp_substr('abc123', '[0-9]+')
select regexp_count('abcabc', 'b')
select regexp_instr('abc123', '[0-9]')
select 'abc' like 'a%'
select 'abc' ilike 'A_C'
select 'abc' similar to '(a|b)%'
select 'abc' ~ '^a'
select 'a%' like 'a\\%'
select coalesce(null, 'b')
select nvl(null, 'b')
select nvl2(null, 'a', 'b')
select nullif('a', 'a')
select decode(2, 1, 'one', 2, 'two', 'many')
select case when 1 > 2 then 'a' else 'b' end
select case 2 when 1 then 'a' when 2 then 'b' end
select date '2018-11-05' + 1
select date '2018-11-05' - date '2018-11-01'
select dateadd(day, 3, date '2018-11-05')
select dateadd(month, 1, timestamp '2018-01-31 10:00')
select datediff(day, date '2018-11-01', date '2018-11-05')
select datediff(hour, timestamp '2018-11-01 23:59', timestamp '2018-11-02 00:01')
select date_trunc('month', timestamp '2018-11-05 10:11:12')
select date_trunc('hour', timestamp '2018-11-05 10:11:12')
select extract(year from timestamp '2018-11-05 10:11:12')
select extract(dow from date '2018-11-05')
select extract(epoch from timestamp '1970-01-02 00:00:00')
select date_part(week, date '2018-11-05')
select last_day(date '2018-02-05')
select add_months(date '2018-01-31', 1)
select months_between(date '2018-03-01', date '2018-01-01')
select next_day(date '2018-11-05', 'Fri')
select trunc(timestamp '2018-11-05 10:11:12')
select to_char(timestamp '2018-11-05 10:11:12', 'YYYY-MM-DD HH24:MI:SS')
select to_char(1234.5, '9,999.99')
select to_date('05/11/2018', 'DD/MM/YYYY')
select to_timestamp('2018-11-05 10:11', 'YYYY-MM-DD HH24:MI')::varchar
select timestamp 'epoch' + 1541412672 * interval '1 second'
select timestamp '2018-11-05 10:11:12' - interval '2 hours'
select convert_timezone('UTC', 'America/New_York', timestamp '2018-11-05 10:11:12')
select to_number('1,234.5', '9,999.9')
select date_cmp(date '2018-11-05', date '2018-11-06')
select greatest(date '2018-11-05', date '2018-11-06')
select date '2018-11-05' between date '2018-11-01' and date '2018-11-30'
select extract(hour from time '10:11:12')
select '2018-11-05'::date::timestamp
select timestamp '2018-11-05 10:11:12'::date
select (timestamptz '2018-11-05 10:11:12+02')::varchar
select json_parse('{"a":1}')
select json_parse('[1,2,3]')[1]
select json_extract_path_text('{"a":{"b":"c"}}', 'a', 'b')
select json_extract_array_element_text('[1,2,3]', 1)
select json_array_length('[1,2,3]')
select is_valid_json('{}')
select json_typeof(json_parse('[1]'))
select json_serialize(json_parse('{"a": [1, null]}'))
select get_array_length(array(1, 2))
select array(1, 'a')
select * from items order by id
select id, name from items where price > 2 order by id
select count(*), count(name), count(distinct name) from items
select sum(id), avg(id), min(price), max(price), sum(price), avg(price) from items
select name, count(*) from items group by name order by name
select name, sum(price) from items group by 1 having sum(price) > 3 order by 1
select distinct name from items order by 1
select id, row_number() over (order by id desc) from items order by id
select id, rank() over (order by name), dense_rank() over (order by name) from items order by id
select id, sum(price) over (order by id rows unbounded preceding) from items order by id
select id, lag(id) over (order by id), lead(id) over (order by id) from items order by id
select id, first_value(name) over (partition by ok order by id rows between unbounded preceding and unbounded following) from items order by id
select ntile(2) over (order by id) from items order by 1
select listagg(name, ',') within group (order by id) from items
select median(price) from items
select percentile_cont(0.5) within group (order by id) from items
select stddev_samp(id) > 1, var_pop(id) > 1 from items
select bool_and(ok), bool_or(ok) from items
select a.id, b.id from items a join items b on a.id = b.id + 1 order by 1
select a.id, b.name from items a left join items b on a.id = b.id + 2 order by 1
select a.id, b.id from items a full join items b on a.id = b.id + 2 order by 1, 2
select a.id from items a, items b where a.id = b.id order by 1
select id from items where name in ('a', 'b') order by 1
select id from items where name is null
select id from items where id in (select max(id) from items)
select id from items i where exists (select 1 from items j where j.id = i.id + 1) order by 1
select (select max(id) from items)
select id from items union select 2 order by 1
select id from items union all select 2 order by 1
select id from items intersect select 2
select id from items except select 2 order by 1
with x as (select id from items) select count(*) from x
select top 2 id from items order by id
select id from items order by id limit 1 offset 1
select id from items order by price desc, id
select id from items order by name nulls first, id
select day, extract(month from day) from items order by id
select at, date_trunc('day', at) from items order by id
select id, case when ok then 'yes' when not ok then 'no' else '?' end from items order by id
select code || '|', len(code) from items order by id
select big + 1, big * 2 from items order by id
select ratio / 2, ratio * 3 from items order by id
select small + id from items order by id
select note from items order by id
select id % 2, count(*) from items group by 1 order by 1
select coalesce(name, '-') from items order by id
select max(day), min(at) from items
select count(*) from items where day >= '2018-01-02'
select id from items where at between '2018-01-01' and '2018-01-02 23:59:59' order by 1
select grp, n from (select ok as grp, count(*) as n from items group by ok) x order by n, grp
create temp table passing (id int, v varchar(5))
insert into passing values (1, 'a'), (2, 'b'), (3, null)
select * from passing order by id
update passing set v = 'z' where id = 2
select v from passing order by id
delete from passing where id = 3
select count(*) from passing
insert into passing select id + 10, v from passing
select sum(id) from passing
insert into passing values (1, 'toolong')
truncate passing
select count(*) from passing
drop table passing
select count(*) from passing
show search_path
set search_path to public
show datestyle
select current_schema()
select relname from pg_class where relname = 'items'
select column_name, data_type, character_maximum_length from information_schema.columns where table_name = 'items' order by ordinal_position
select "column", type, encoding, distkey, sortkey, "notnull" from pg_table_def where tablename = 'items' order by 1
select nspname from pg_namespace where nspname = 'public'
select format_type(atttypid, atttypmod) from pg_attribute where attrelid = 'items'::regclass order by attnum
select has_table_privilege('items', 'select'), pg_get_userbyid(100) = current_user
select cast(1 as varchar), cast(true as varchar), cast(1.5 as int), cast('12' as bigint), cast(date '2018-01-01' as varchar)
select count(*) from (select 1 union all select 1) as two
select sum(n) from (select 1 as n union all select null) as two
select avg(n), min(n), max(n) from (select 1.5 as n union all select 2.5) as two
select 'a' in ('a', 'b'), 'c' not in ('a', 'b'), null in (1)
select 1 where false
select null::int, null::varchar, null::date, null::boolean
select 'ä' < 'b', 'A' < 'a', '10' < '9'
select length('a  '), 'a ' = 'a', 'a'::char(3) = 'a'
select substring('abcdef' from 2 for 3), overlay('abcdef' placing 'xx' from 2 for 3)
select 1 as "Upper", 2 as lower
select id, price, ok from items where ok is true or price > 2 order by id
select extract(quarter from day), extract(doy from day) from items where day is not null order by id
select date_trunc('week', day) from items where day is not null order by id
select version() like 'PostgreSQL 8.0.2%Redshift%'
