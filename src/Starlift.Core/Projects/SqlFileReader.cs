using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Projects;

/// <summary>Reads the SQL files of a project's folders.</summary>
sealed class SqlFileReader
{
    readonly ProjectFolder _folder;
    readonly Variables _variables;
    readonly List<Problem> _problems;
    readonly List<string> _secrets = [];

    public SqlFileReader(ProjectFolder folder, Variables variables, List<Problem> problems)
    {
        _folder = folder;
        _variables = variables;
        _problems = problems;
    }

    /// <summary>What of the environment was filled into the files so far that is a secret.</summary>
    public IEnumerable<string> Secrets => _secrets;

    /// <summary>The files of <paramref name="folder"/> that could be parsed, by name; problems of the others are reported.</summary>
    public IReadOnlyList<SqlFile> Read(string folder) => [.. _folder.SqlFiles(folder).Select(ReadFile).OfType<SqlFile>()];

    SqlFile? ReadFile(string relative)
    {
        if (_folder.ReadText(relative, _problems) is not { } text)
        {
            return null;
        }

        var shown = _folder.Shown(relative);
        var before = _problems.Count;
        var filled = _variables.Fill(text, index => SourcePlace.Of(shown, text, index));
        _secrets.AddRange(Variables.SecretsIn(filled));
        return _problems.Count == before ? Parse(new SqlSource(shown, filled.Text) { Filled = filled }, relative) : null;
    }

    SqlFile? Parse(SqlSource source, string relative)
    {
        try
        {
            var start = new SourcePlace(source.File, 1, 1);
            if (SqlScript.Parse(source) is { Count: > 0 } statements)
            {
                return new SqlFile(Path.GetFileNameWithoutExtension(relative), start, statements);
            }

            _problems.Add(new Problem("the file holds no statement", start, "write one, or remove the file"));
        }
        catch (ConfigurationException error)
        {
            _problems.AddRange(error.Problems);
        }

        return null;
    }
}
