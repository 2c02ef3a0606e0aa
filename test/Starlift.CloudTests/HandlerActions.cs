using Starlift.CliTests;

namespace Starlift.CloudTests;

/// <summary>What CloudFormation's handlers of the stack's resources call, by their schemas: handlers.txt, which names its sources.</summary>
static class HandlerActions
{
    /// <param name="verbs">create, read, update, delete.</param>
    public static IReadOnlyList<string> Of(params IReadOnlyList<string> verbs) =>
    [
        .. File.ReadLines(Path.Combine(SourceTree.Root, "test", "Starlift.CloudTests", "handlers.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' '))
            .Where(words => verbs.Contains(words[1]))
            .SelectMany(words => words.Skip(2))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];
}
