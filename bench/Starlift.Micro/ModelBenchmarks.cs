using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using Starlift.DuckDb.Writing;
using Starlift.Postgres.Writing;
using Starlift.Sql.Meaning;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Parsing;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;
using Starlift.Sql.Writing;

namespace Starlift.Micro;

/// <summary>A model of Sparkify from its text to an engine's: parsed, bound and written. The budget is 1 ms.</summary>
public class ModelBenchmarks
{
    SqlSource _source = new("", "");
    Catalogue _catalogue = Catalogue.Empty;

    public static IEnumerable<string> Models =>
        Directory.GetFiles(FolderOf("models"), "*.sql").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    [ParamsSource(nameof(Models))]
    public string Model { get; set; } = "";

    [GlobalSetup]
    public void Read()
    {
        _source = new SqlSource(Model, File.ReadAllText(Path.Combine(FolderOf("models"), $"{Model}.sql")));
        foreach (var file in Directory.GetFiles(FolderOf("tables"), "*.sql"))
        {
            var source = new SqlSource(file, File.ReadAllText(file));
            foreach (var statement in SqlParser.ParseScript(source).Statements.Where(statement => statement is CreateTableStatement))
            {
                _catalogue = CatalogueChanges.After(_catalogue, Binder.Bind(source, statement, _catalogue));
            }
        }
    }

    [Benchmark]
    public Statement Parse() => SqlParser.ParseScript(_source).Statements[0];

    [Benchmark]
    public BoundStatement ParseAndBind() => Binder.Bind(_source, Parse(), _catalogue);

    [Benchmark]
    public IReadOnlyList<WrittenSql> DuckDb() => Written(new DuckDbWriter(_source));

    [Benchmark]
    public IReadOnlyList<WrittenSql> Postgres() => Written(new PostgresWriter(_source));

    IReadOnlyList<WrittenSql> Written(EngineWriter writer)
    {
        var tree = Parse();
        return writer.Write(tree, Binder.Bind(_source, tree, _catalogue));
    }

    static string FolderOf(string kind, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../pipelines/sparkify", kind);
}
