using Starlift.Errors;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Sql.Meaning.Bound;

namespace Starlift.Tests.Projects;

/// <summary>Binds a SELECT beside tables that a project might declare.</summary>
static class SelectMeaning
{
    /// <param name="sql">The SELECT.</param>
    /// <param name="tables">CREATE TABLEs.</param>
    public static BoundQuery Of(string sql, string tables)
    {
        var problems = new List<Problem>();
        var query = new QueryMeanings(problems).Bind((OtherStatement)SqlScript.Parse("x.sql", sql)[0], Catalogue(tables));
        return query ?? throw new ConfigurationException(problems);
    }

    public static ProjectCatalogue Catalogue(string tables) => new(SqlScript.Parse("tables.sql", tables).Cast<CreateTable>()
        .Select(definition => (definition.Name, new Table { Definition = definition, Comments = [], ColumnComments = new Dictionary<string, string>() })));
}
