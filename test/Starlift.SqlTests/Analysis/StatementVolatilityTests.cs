using Starlift.Sql.Analysis;
using Starlift.Sql.Meaning.Functions;
using Starlift.SqlTests.Meaning;

namespace Starlift.SqlTests.Analysis;

public sealed class StatementVolatilityTests
{
    [Theory]
    [InlineData("select upper('a') as a", Volatility.Immutable)]
    [InlineData("select 1 as a where exists (select getdate())", Volatility.Stable)]
    [InlineData("with c as (select random() as r) select r from c", Volatility.Volatile)]
    [InlineData("create table t as select a from (select sysdate as a) x", Volatility.Stable)]
    public void A_statement_is_as_volatile_as_its_functions(string statement, Volatility volatility) =>
        Assert.Equal(volatility, StatementVolatility.Of(Meanings.Of(statement)));
}
