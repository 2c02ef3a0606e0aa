using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using Starlift.Sql.Parsing;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;
using Starlift.Sql.Writing;

namespace Starlift.Micro;

/// <summary>A model of Sparkify as text, tokens and tree.</summary>
public class ParserBenchmarks
{
    SqlSource _source = new("", "");
    Script _script = null!;

    [Params("songplays", "time", "users")]
    public string Model { get; set; } = "";

    [GlobalSetup]
    public void Read()
    {
        _source = new SqlSource(Model, File.ReadAllText(Path.Combine(Folder(), $"../../pipelines/sparkify/models/{Model}.sql")));
        _script = SqlParser.ParseScript(_source);
    }

    [Benchmark]
    public int Lex() => SqlLexer.Read(_source).Count;

    [Benchmark]
    public Script Parse() => SqlParser.ParseScript(_source);

    [Benchmark]
    public string Write() => new SourceWriter(_source).TextOf(_script);

    static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
