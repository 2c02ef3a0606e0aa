using Starlift.Errors;

namespace Starlift.Projects;

/// <summary>Fills the variables of a script in that stands outside of a project's folders.</summary>
public static class ScriptVariables
{
    /// <param name="script">As written.</param>
    /// <param name="values">The variables that have a value.</param>
    /// <exception cref="ConfigurationException">References to other variables, all at once.</exception>
    public static SqlSource Fill(SqlSource script, IReadOnlyDictionary<string, string> values)
    {
        var problems = new List<Problem>();
        var limit = new FillLimit();
        var filled = VariableFiller.Fill(script.Text, (reference, index) =>
        {
            if (VariableFiller.NameIn(reference) is { } name && values.TryGetValue(name, out var value))
            {
                return limit.Takes(value) ? value : throw new ConfigurationException(FillLimit.Message, SourcePlace.Of(script.File, script.Text, index), FillLimit.Hint);
            }

            problems.Add(new Problem(
                $"{reference} has no value",
                SourcePlace.Of(script.File, script.Text, index),
                $"give it one with --var {VariableFiller.NameIn(reference) ?? "name"}=value, or write $${reference[1..]} for the text itself"));
            return null;
        });
        return problems.Count == 0 ? new SqlSource(script.File, filled.Text) { Filled = filled } : throw new ConfigurationException(problems);
    }
}
