using Starlift.Errors;

namespace Starlift.Planning;

/// <summary>What a model's text makes likely to differ between one run over all objects and several over some.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Problem">What it is, where, and what mends it.</param>
public sealed record ModelWarning(string Model, Problem Problem);
