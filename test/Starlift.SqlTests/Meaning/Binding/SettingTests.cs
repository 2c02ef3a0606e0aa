using Starlift.Sql.Meaning;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Parsing;
using Starlift.Sql.Text;

namespace Starlift.SqlTests.Meaning.Binding;

public sealed class SettingTests
{
    [Theory]
    [InlineData("set query_group to 'x'", "query_group", "x")]
    [InlineData("set statement_timeout = 60000", "statement_timeout", "60000")]
    [InlineData("set datestyle to 'SQL,DMY'", "datestyle", "SQL, DMY")]
    [InlineData("set enable_numeric_rounding to on", "enable_numeric_rounding", "on")]
    [InlineData("set app.user to 'u1'", "app.user", "u1")]
    [InlineData("select set_config('query_group', 'y', false)", "query_group", "y")]
    [InlineData("set timezone to '-8:00'", "timezone", "-8:00")]
    public void A_parameter_has_the_value_that_a_statement_gives_it(string sql, string name, string value) => Assert.Equal(value, After(sql)[name]);

    [Theory]
    [InlineData("set query_group to 'x'", "reset query_group", "query_group", "unset")]
    [InlineData("set datestyle to 'SQL,DMY'", "reset all", "datestyle", "ISO, MDY")]
    public void RESET_gives_the_default_back(string set, string reset, string name, string value) => Assert.Equal(value, After(set, reset)[name]);

    [Theory]
    [InlineData("set nothing to 1")]
    [InlineData("show nothing")]
    [InlineData("select current_setting('app.user')")]
    public void A_parameter_that_there_is_not_is_refused(string sql) =>
        Assert.Equal("unrecognized configuration parameter", Assert.Throws<SqlException>(() => After(sql)).Message[..36]);

    static SessionSettings After(params string[] statements)
    {
        var source = new SqlSource("test.sql", string.Join("; ", statements));
        var catalogue = Catalogue.Empty;
        foreach (var statement in SqlParser.ParseScript(source).Statements)
        {
            catalogue = CatalogueChanges.After(catalogue, Binder.Bind(source, statement, catalogue));
        }

        return catalogue.Settings;
    }
}
