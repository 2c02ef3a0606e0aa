namespace Starlift.History;

/// <summary>What a run told of a load: what its rows do not hold of their records.</summary>
/// <param name="Load">The load's name.</param>
/// <param name="Told">One line.</param>
public sealed record ToldLoad(string Load, string Told);
