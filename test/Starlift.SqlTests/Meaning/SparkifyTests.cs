using Starlift.Sql.Meaning;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Parsing;
using Starlift.Sql.Text;

namespace Starlift.SqlTests.Meaning;

/// <summary>The project of this repository.</summary>
public sealed class SparkifyTests
{
    /// <summary>Allocated for a character of SQL.</summary>
    const long MostBytes = 150;

    static readonly Catalogue Tables = WithChanges(Repository.Files("pipelines/sparkify/tables", "*.sql")
        .Aggregate(Catalogue.Empty, With));

    public static TheoryData<string> Files() => [.. new[] { "models", "checks", "reports" }.SelectMany(folder => Repository.Files($"pipelines/sparkify/{folder}", "*.sql"))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Its_queries_have_a_meaning(string file)
    {
        var columns = Assert.IsType<BoundQueryStatement>(Assert.Single(Statements(file, Tables))).Query.Columns;

        Assert.NotEmpty(columns);
        Assert.DoesNotContain(columns, column => column.Type.IsUnknown || column.Name == "?column?");
    }

    [Fact]
    public void Models_yield_what_their_tables_take()
    {
        foreach (var file in Repository.Files("pipelines/sparkify/models", "*.sql"))
        {
            var table = Tables.Find(null, Path.GetFileNameWithoutExtension(file))!;
            var model = Statements(file, Tables).Single();

            Assert.All(model.Columns, column => Assert.True(table.IndexOf(column.Name) >= 0, $"{file}: {column.Name}"));
        }
    }

    /// <summary>What is allocated says what is done, whatever else the machine does; seconds are measured in bench/.</summary>
    [Fact]
    public void What_is_allocated_to_parse_and_bind_a_model_stays_in_proportion_to_its_text()
    {
        foreach (var file in Repository.Files("pipelines/sparkify/models", "*.sql"))
        {
            var source = new SqlSource(file, Repository.Read(file));
            var bind = () => Binder.Bind(source, SqlParser.ParseScript(source).Statements[0], Tables);
            bind();
            var before = GC.GetAllocatedBytesForCurrentThread();
            bind();
            var aCharacter = (GC.GetAllocatedBytesForCurrentThread() - before) / source.Text.Length;
            Assert.True(aCharacter <= MostBytes, $"{file}: {aCharacter} bytes a character");
        }
    }

    // a check reads what a run changed from a table of the same columns
    static Catalogue WithChanges(Catalogue tables) => new[] { "artists", "songs", "users", "songplays", "time" }
        .Aggregate(tables, (catalogue, name) => catalogue.With(catalogue.Find(null, name)! with { Name = $"changed_{name}" }));

    static Catalogue With(Catalogue catalogue, string file)
    {
        var source = new SqlSource(file, Repository.Read(file));
        return SqlParser.ParseScript(source).Statements.Aggregate(catalogue, (tables, statement) => CatalogueChanges.After(tables, Binder.Bind(source, statement, tables)));
    }

    static IEnumerable<BoundStatement> Statements(string file, Catalogue catalogue)
    {
        var source = new SqlSource(file, Repository.Read(file));
        return SqlParser.ParseScript(source).Statements.Select(statement => Binder.Bind(source, statement, catalogue));
    }
}
