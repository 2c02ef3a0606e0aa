namespace Starlift.Errors;

/// <summary>One thing a person has to mend: what is wrong, where, and the way out.</summary>
/// <param name="What">One sentence that names the value and what is allowed.</param>
/// <param name="Place">Where it stands; null where there is no file.</param>
/// <param name="Hint">The way out; null where the sentence says it.</param>
public sealed record Problem(string What, SourcePlace? Place = null, string? Hint = null)
{
    public override string ToString() => Place is { } place ? $"{place}: {What}" : What;
}
