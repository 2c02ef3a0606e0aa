namespace Starlift.Planning;

/// <summary>Why the star is not what a full refresh over the objects that are there would give, after a run as planned.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Load">The load's name.</param>
/// <param name="Objects">The uris of the objects, in order.</param>
/// <param name="What">One sentence.</param>
/// <param name="Mends">What mends it: options of a run, and what they do.</param>
public sealed record StarDifference(StarDifferenceKind Kind, string Load, IReadOnlyList<string> Objects, string What, string Mends)
{
    const int MostExamples = 3;

    /// <summary>Some of the objects.</summary>
    public string Examples => string.Join(", ", Objects.Take(MostExamples)) + (Objects.Count > MostExamples ? ", …" : "");
}
