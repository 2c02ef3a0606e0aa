using Starlift.Inference;

namespace Starlift.Cli.Inferring;

/// <summary>starlift.yaml of a project that infer begins.</summary>
static class NewProject
{
    /// <param name="name">Of the project.</param>
    /// <param name="data">The value of the variable 'data'.</param>
    public static InferredFile Settings(string name, string data) => new("starlift.yaml", $$"""
        name: {{name}}
        vars:
          data: {{Yaml(data)}}
        default_target: local
        targets:
          local: { type: duckdb, path: out/{{name}}.duckdb }
          # postgres: { type: postgres, host: localhost, database: {{name}}, user: me, password: '${env:PGPASSWORD}' }
          # redshift: { type: redshift, stack: {{name}} }

        """.ReplaceLineEndings("\n"));

    static string Yaml(string value) => value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '.' or '_' or '-' or ':') ? value : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
