using Starlift.Sql.Meaning.Bound;

namespace Starlift.SqlTests.Meaning.Binding;

public sealed class ChangeTests
{
    const string Tables = "create table t (a int, b varchar(3), d decimal(5,1)); create table s (a int, b varchar(9)); create view v as select a from t; create table k (id int identity(1,1), a int); ";

    [Fact]
    public void An_update_whose_target_is_named_again_in_FROM_changes_the_rows_of_that()
    {
        var update = Assert.IsType<BoundUpdate>(Meanings.Of(Tables + "update t set a = 100 from s join t x on s.a = x.a where x.b = 'c'"));

        Assert.True(update.TargetIsInFrom);
        Assert.Equal("x", update.Target.Name);
        Assert.Contains(BoundWalk.Nodes(update.From!, intoQueries: false), node => ReferenceEquals(node, update.Target));
    }

    [Theory]
    [InlineData("update t set a = 100 from s join t x on s.a = x.a where t.b = x.b")]
    [InlineData("update t set a = 100 from s where t.a = s.a")]
    [InlineData("update t y set a = 100 from s join t x on s.a = x.a where x.b = 'c'")]
    public void An_update_that_names_its_target_changes_that(string update) => Assert.False(Assert.IsType<BoundUpdate>(Meanings.Of(Tables + update)).TargetIsInFrom);

    [Fact]
    public void Values_are_converted_as_columns_take_them()
    {
        var insert = Assert.IsType<BoundInsert>(Meanings.Of(Tables + "insert into t (d, b) select a, date '2020-01-01' from s"));

        Assert.Equal([2, 1], insert.Targets);
        Assert.All(insert.Values, value => Assert.Equal(ConversionKind.Assignment, Assert.IsType<BoundConversion>(value).How));
        Assert.Equal(["numeric(5,1)", "character varying(3)"], insert.Values.Select(value => value.Type.ToString()));
    }

    [Fact]
    public void A_literal_of_VALUES_and_of_a_select_list_takes_the_type_of_its_column()
    {
        var values = Assert.IsType<BoundInsert>(Meanings.Of(Tables + "insert into t values ('1', null, default)"));
        var row = Assert.Single(Assert.IsType<BoundValues>(values.Query!.Body).Rows);
        var select = Assert.IsType<BoundInsert>(Meanings.Of(Tables + "insert into t select '1', 'x' from s"));

        Assert.Equal(["integer", "character varying(3)", "numeric(5,1)"], row.Items.Select(item => item.Type.ToString()));
        Assert.Equal("integer", Assert.IsType<BoundSelect>(select.Query!.Body).Items[0].Value.Type.ToString());
    }

    [Theory]
    [InlineData("insert into t values (1, 'a', 1, 2)", "INSERT has more expressions than target columns")]
    [InlineData("insert into t (a, b) values (1)", "INSERT has more target columns than expressions")]
    [InlineData("insert into t values (1), (1, 'a')", "VALUES lists must all be the same length")]
    [InlineData("insert into t values ((select 1)), (2)", "can't use subqueries in multi-row VALUES")]
    [InlineData("insert into t (z) values (1)", "column \"z\" of relation \"t\" does not exist")]
    [InlineData("insert into t (a, a) values (1, 2)", "column \"a\" specified more than once")]
    [InlineData("insert into t (a) values ('abc')", "invalid input syntax for integer: \"abc\"")]
    [InlineData("insert into t (b) values ('abcd')", "value too long for type character varying(3)")]
    [InlineData("create table x (c char(9)); insert into x values ('é')", "CHAR string contains invalid ASCII character")]
    [InlineData("comment on table nope is 'x'", "relation \"nope\" does not exist")]
    [InlineData("insert into t (a) values (current_date)", "column \"a\" is of type integer but expression is of type date")]
    [InlineData("insert into t (a) select b from s", "column \"a\" is of type integer but expression is of type character varying")]
    [InlineData("insert into nope values (1)", "relation \"nope\" does not exist")]
    [InlineData("insert into k (id) values (1)", "cannot set an identity column to a value")]
    [InlineData("insert into v values (1)", "cannot insert into a view")]
    [InlineData("update v set a = 1", "cannot update a view")]
    [InlineData("delete from v", "cannot delete from a view")]
    [InlineData("update t set nope = 1", "column \"nope\" of relation \"t\" does not exist")]
    [InlineData("update t set a = 1 from s left join t x on s.a = x.a where x.b = 'c'", "Target table must be part of an equijoin predicate")]
    [InlineData("delete from t using s where t.a = s.z", "column s.z does not exist")]
    [InlineData("merge into t using t x on t.a = x.a when matched then delete when not matched then insert values (x.a)", "Source view/subquery in Merge statement cannot reference target table.")]
    [InlineData("merge into t using s on t.a = s.a when matched then update set a = z when not matched then insert values (s.a)", "column \"z\" does not exist")]
    [InlineData("create table p (x super); merge into t using p on t.a = p.x.id when matched then delete when not matched then insert values (1)", "Partial reference of SUPER column is not supported in MERGE statement.")]
    [InlineData("create or replace view v as select a, b from t", "cannot change number of columns in view")]
    [InlineData("create or replace view v as select a as z from t", "cannot change name of view column \"a\"")]
    [InlineData("create or replace view v as select b as a from t", "cannot change data type of view column \"a\"")]
    [InlineData("merge into t using s on t.a = s.a when matched then delete", "syntax error at end of input")]
    [InlineData("truncate nope", "relation \"nope\" does not exist")]
    [InlineData("alter table t add column a int", "column \"a\" of relation \"t\" already exists")]
    [InlineData("alter table t drop column z", "column \"z\" of relation \"t\" does not exist")]
    [InlineData("create table x (a nosuch)", "type \"nosuch\" does not exist")]
    [InlineData("create table x (a int, a int)", "column \"a\" specified more than once")]
    [InlineData("create table x (ctid int)", "column name \"ctid\" conflicts with a system column name")]
    [InlineData("create table x as select 1, 2", "column \"?column?\" specified more than once")]
    [InlineData("create table nowhere.x (a int)", "schema \"nowhere\" does not exist")]
    public void Changes_that_Redshift_refuses_are_refused(string statement, string message) => Assert.Equal(message, Meanings.Refusal(Tables + statement).Message);

    [Theory]
    [InlineData("create table x as select max(a), 'abc' as t, null as n, a / 2.0 as h from t group by a", "max integer, t character varying(3), n character varying(1), h numeric(15,4)")]
    [InlineData("select a, b into temp x from s", "a integer, b character varying(9)")]
    [InlineData("create view x (one) as select a, b from s", "one integer, b character varying(9)")]
    [InlineData("create table x (like t); alter table x add column e date; alter table x rename column a to first; alter table x alter column b type varchar(20)", "first integer, b character varying(20), d numeric(5,1), e date")]
    public void Tables_have_the_columns_that_they_are_made_with(string statements, string columns) => Assert.Equal(columns, Meanings.Result($"{Tables}{statements}; select * from x"));
}
