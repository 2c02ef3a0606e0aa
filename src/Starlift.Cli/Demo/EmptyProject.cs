using System.Text;

namespace Starlift.Cli.Demo;

/// <summary>A project without SQL: its settings, and what no repository keeps.</summary>
static class EmptyProject
{
    /// <summary>starlift.yaml: an embedded target, and others to be uncommented.</summary>
    /// <param name="name">Of the project.</param>
    /// <param name="data">The value of the variable 'data'.</param>
    public static string SettingsOf(string name, string data) => $$"""
        name: {{name}}
        vars:
          data: {{Yaml(data)}}
        default_target: local
        targets:
          local: { type: duckdb, path: out/{{name}}.duckdb }
          # postgres: { type: postgres, host: localhost, database: {{name}}, user: me, password: '${env:PGPASSWORD}' }
          # redshift: { type: redshift, stack: {{name}} }

        """.ReplaceLineEndings("\n");

    /// <summary>Writes the files into a folder; starlift.yaml, which makes it a project, comes last.</summary>
    public static void WriteTo(string folder, string name)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, ".gitignore"), "out/\n/data/\n", utf8);
        File.WriteAllText(Path.Combine(folder, "starlift.yaml"), SettingsOf(name, "./data"), utf8);
    }

    static string Yaml(string value) => value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '.' or '_' or '-' or ':') ? value : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
