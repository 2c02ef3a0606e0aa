namespace Starlift.Projects;

/// <summary>
/// What all values that are filled in may come to. Variables that hold each other twice double at each step: 40 lines would fill any memory.
/// </summary>
sealed class FillLimit
{
    public const int MostCharacters = 4_000_000;

    public const string Message = "the variables filled in come to more than 4,000,000 characters";

    public const string Hint = "keep long texts out of variables, and see whether variables hold each other twice";

    long _characters;

    /// <summary>False from the value on that is too much.</summary>
    public bool Takes(string value) => (_characters += value.Length) <= MostCharacters;
}
