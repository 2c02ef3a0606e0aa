using System.Text.Json;

namespace Starlift.CliTests;

/// <summary>
/// A project that was run, in which folder, files, values, columns, checks, comments and history hold what acts upon a terminal, and what
/// forges a line.
/// </summary>
public sealed class HostileProject : IAsyncLifetime
{
    /// <summary>The window's title, a cleared screen, C1, the ways to turn text round and to hide it, and a line of Starlift's own kind.</summary>
    public const string Text = "\e]0;pwned\a\e[2J\u009B41m\u202E\u2066\uFEFF\u2028\u2029\u200B\u00AD\U000E0041\b\u007F\t\r\nstarlift: forged";

    /// <summary>How the beginning of <see cref="Text"/> is shown.</summary>
    public const string Shown = "␛]0;pwned␇␛[2J⟨U+009B⟩41m⟨U+202E⟩⟨U+2066⟩⟨U+FEFF⟩⟨U+2028⟩⟨U+2029⟩⟨U+200B⟩⟨U+00AD⟩⟨U+E0041⟩␈␡␉␍␊";

    readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("starlift-hostile-");

    public string Parent => _parent.FullName;

    public string Folder => Path.Combine(Parent, $"p{Text}");

    public async ValueTask InitializeAsync()
    {
        var line = Text.ReplaceLineEndings("");
        Add("starlift.yaml", "name: hostile\nvars:\n  data: ./data\ndefault_target: local\ntargets:\n  local:\n    type: duckdb\n    path: out/hostile.duckdb\n");
        Add($"data/a{Text}.json", $"{{\"id\":1,\"name\":{JsonSerializer.Serialize(Text)}}}\n{{\"id\":{JsonSerializer.Serialize(Text)}}}\n");
        Add("data/b.json", "{\"id\":2,\"name\":\"plain\"}\n");
        Add("tables/boats.sql", "create table boats (id int, name varchar(500));");
        Add("tables/names.sql", $"create table names (name varchar(500) primary key);\ncomment on table names is '{Text}';");
        Add("loads/boats.sql", "copy boats from '${data}/' iam_role default json 'auto' maxerror 10");
        Add("models/names.sql", "select distinct name from boats where name is not null");
        Add("checks/mine.sql", $"-- description: Names are short{line}.\n-- severity: warn\n\nselect name, 1 as \"c{line}\" from names where len(name) > 20");
        Add("reports/names.sql", $"-- title: Names{line}\n-- question: Which names{line}?\n-- kind: bar\n-- x: name\n-- y: n\n\nselect name, 1 as n from names");
        Add("script.sql", $"select 1 as \"c{Text}\";\nselect cast('{Text}' as int);");
        await StarliftProcess.SucceedAsync("run", "-p", Folder);
    }

    public ValueTask DisposeAsync()
    {
        _parent.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    void Add(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
