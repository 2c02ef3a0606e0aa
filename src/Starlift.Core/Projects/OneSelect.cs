using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Projects;

/// <summary>The rule for files that hold one SELECT, WITH … SELECT too.</summary>
static class OneSelect
{
    /// <summary>The statement; null, with a problem added, where the file holds something else.</summary>
    /// <param name="file">A file of the project.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="hint">What to write instead.</param>
    /// <param name="problems">Gets the problem.</param>
    public static OtherStatement? Of(SqlFile file, string folder, string hint, List<Problem> problems)
    {
        if (file.Statements is [OtherStatement select] && IsSelect(select))
        {
            return select;
        }

        var other = file.Statements.FirstOrDefault(statement => statement is not OtherStatement candidate || !IsSelect(candidate)) ?? file.Statements[1];
        problems.Add(new Problem($"a file of {folder}/ holds one SELECT and nothing else", other.Start(), hint));
        return null;
    }

    static bool IsSelect(OtherStatement statement) => statement is { Query: not null, YieldsRows: true };
}
