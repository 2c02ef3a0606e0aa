using Starlift.Sql.Text;

namespace Starlift.SqlTests.Meaning.Binding;

public sealed class AlterTests
{
    const string Tables = "create table t (a int, b varchar(3)); create table one (a int); ";

    [Theory]
    [InlineData("alter table t add column c int primary key", SqlStates.FeatureNotSupported, "ALTER TABLE ADD COLUMN can't make a column with PRIMARY KEY")]
    [InlineData("alter table t add column c int unique", SqlStates.FeatureNotSupported, "ALTER TABLE ADD COLUMN can't make a column with UNIQUE")]
    [InlineData("alter table t add column c int references one", SqlStates.FeatureNotSupported, "ALTER TABLE ADD COLUMN can't make a column with REFERENCES")]
    [InlineData("alter table t add column c int identity(1, 1)", SqlStates.FeatureNotSupported, "ALTER TABLE ADD COLUMN can't make a column with IDENTITY")]
    [InlineData("alter table t add column c int distkey", SqlStates.FeatureNotSupported, "ALTER TABLE ADD COLUMN can't make a column with DISTKEY")]
    [InlineData("alter table t add column c int sortkey", SqlStates.FeatureNotSupported, "ALTER TABLE ADD COLUMN can't make a column with SORTKEY")]
    [InlineData("alter table t add column c int not null", SqlStates.InvalidTableDefinition, "ALTER TABLE ADD COLUMN defined as NOT NULL must have a non-null default expression")]
    [InlineData("alter table t add column c int not null default null", SqlStates.InvalidTableDefinition, "ALTER TABLE ADD COLUMN defined as NOT NULL must have a non-null default expression")]
    [InlineData("alter table t add column b int", SqlStates.DuplicateColumn, "column \"b\" of relation \"t\" already exists")]
    [InlineData("alter table one drop column a", SqlStates.InvalidTableDefinition, "cannot drop column \"a\": it is the only one of table \"one\"")]
    [InlineData("alter table t drop column b; alter table t drop column a", SqlStates.InvalidTableDefinition, "cannot drop column \"a\": it is the only one of table \"t\"")]
    [InlineData("alter table t add column c int, add column d int", SqlStates.SyntaxError, "syntax error at or near \",\"")]
    [InlineData("alter table t drop column a, drop column b", SqlStates.SyntaxError, "syntax error at or near \",\"")]
    [InlineData("alter table t alter column b type varchar(9), add column c int", SqlStates.SyntaxError, "syntax error at or near \",\"")]
    [InlineData("create table c (a int check (a > 0))", SqlStates.FeatureNotSupported, "CHECK constraints are not supported")]
    [InlineData("create table c (a int, check (a > 0))", SqlStates.FeatureNotSupported, "CHECK constraints are not supported")]
    [InlineData("create index i on t (a)", SqlStates.FeatureNotSupported, "CREATE INDEX is not supported")]
    [InlineData("create sequence s", SqlStates.FeatureNotSupported, "CREATE SEQUENCE is not supported")]
    [InlineData("vacuum reindex t to 75 percent", SqlStates.SyntaxError, "syntax error at or near \"to\"")]
    public void What_Redshift_does_not_make_or_change_is_refused(string sql, string state, string message)
    {
        var refusal = Meanings.Refusal(Tables + sql);
        Assert.Equal((state, message), (refusal.State, refusal.Message));
    }

    [Theory]
    [InlineData("alter table t add column c int not null default 0")]
    [InlineData("alter table t add column c int default 0 encode zstd")]
    [InlineData("alter table t alter column a encode zstd, alter column b encode lzo")]
    [InlineData("alter table t alter distkey a, alter sortkey (b)")]
    [InlineData("alter table t drop column a")]
    [InlineData("vacuum full t to 75 percent")]
    public void What_Redshift_changes_is_taken(string sql) => Assert.NotNull(Meanings.Of(Tables + sql));
}
