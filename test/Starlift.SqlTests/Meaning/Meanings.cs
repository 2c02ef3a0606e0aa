using Starlift.Sql.Meaning;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Parsing;
using Starlift.Sql.Text;

namespace Starlift.SqlTests.Meaning;

/// <summary>Binds scripts.</summary>
static class Meanings
{
    /// <summary>The meaning of the last statement, after those before it.</summary>
    public static BoundStatement Of(string script, Catalogue? catalogue = null)
    {
        var source = new SqlSource("test.sql", script);
        BoundStatement? bound = null;
        catalogue ??= Catalogue.Empty;
        foreach (var statement in SqlParser.ParseScript(source).Statements)
        {
            bound = Binder.Bind(source, statement, catalogue);
            catalogue = CatalogueChanges.After(catalogue, bound);
        }

        return bound!;
    }

    /// <summary>The last statement, a query.</summary>
    public static BoundQuery Query(string script) => Assert.IsType<BoundQueryStatement>(Of(script)).Query;

    /// <summary>The last statement, a SELECT.</summary>
    public static BoundSelect Select(string script) => Assert.IsType<BoundSelect>(Query(script).Body);

    /// <summary>The value of the select list's first item.</summary>
    public static BoundExpression First(string script) => Select(script).Items[0].Value;

    /// <summary>Names and types of the result: <c>a integer, b date</c>.</summary>
    public static string Result(string script) => string.Join(", ", Of(script).Columns.Select(column => $"{column.Name} {column.Type}"));

    /// <summary>The refusal of the last statement.</summary>
    public static SqlException Refusal(string script) => Assert.Throws<SqlException>(() => Of(script));
}
