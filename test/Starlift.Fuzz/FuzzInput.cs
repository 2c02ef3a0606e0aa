namespace Starlift.Fuzz;

/// <summary>One input: all of it follows from the random numbers.</summary>
/// <param name="Random">Seeded.</param>
/// <param name="Folder">Its own, for the files it has.</param>
sealed record FuzzInput(Random Random, string Folder)
{
    public T OneOf<T>(IReadOnlyList<T> items) => items[Random.Next(items.Count)];

    public bool Chance(int of) => Random.Next(of) == 0;

    public string Mutated(string text) => Mutation.Of(text, Random);

    /// <summary>Writes a file below the folder, and gives its path.</summary>
    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
