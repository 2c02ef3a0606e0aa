using System.Text.RegularExpressions;

namespace Starlift.Cli.Demo;

/// <summary>Commands to go on with, to be pasted into a shell of the user's current folder.</summary>
static partial class NextSteps
{
    /// <param name="command">How Starlift was called.</param>
    /// <param name="folder">The project's folder as the user typed it.</param>
    public static IReadOnlyList<string> AfterDemo(string command, string folder)
    {
        var starlift = Quoted(command);
        var project = $"-p {Quoted(folder)}";
        return
        [
            $"{starlift} query {project} \"select level, count(*) as plays from songplays group by level order by level\"",
            $"{starlift} report {project}",
            $"{starlift} plan {project}",
            $"{starlift} reset {project} -y",
            $"{starlift} run {project}",
        ];
    }

    /// <inheritdoc cref="AfterDemo"/>
    public static IReadOnlyList<string> AfterInit(string command, string folder)
    {
        var starlift = Quoted(command);
        return
        [
            $"{starlift} generate {Quoted(Path.Combine(folder, "data"))}",
            $"{starlift} plan -p {Quoted(folder)}",
            $"{starlift} run -p {Quoted(folder)}",
        ];
    }

    /// <inheritdoc cref="AfterDemo"/>
    public static IReadOnlyList<string> AfterEmpty(string command, string folder)
    {
        var starlift = Quoted(command);
        return [$"{starlift} infer {Quoted(Path.Combine(folder, "data"))}/orders/ -p {Quoted(folder)}", $"{starlift} infer s3://my-bucket/orders/ -p {Quoted(folder)}"];
    }

    /// <inheritdoc cref="AfterDemo"/>
    /// <param name="command">How Starlift was called.</param>
    /// <param name="folder">The project's folder as the user typed it.</param>
    /// <param name="table">The staging table, or the star table of the records.</param>
    /// <param name="isStar">Whether the project has a star.</param>
    public static IReadOnlyList<string> AfterInfer(string command, string folder, string table, bool isStar)
    {
        var starlift = Quoted(command);
        var project = folder == "." ? "" : $" -p {Quoted(folder)}";
        return
        [
            $"{starlift} plan{project}",
            $"{starlift} run{project}{(isStar ? "" : " --keep-staging")}",
            $"{starlift} query{project} \"select * from {table} limit 5\"",
        ];
    }

    static string Quoted(string word) => Plain().IsMatch(word) ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"^[A-Za-z0-9_./][A-Za-z0-9_./=:-]*\z")]
    private static partial Regex Plain();
}
