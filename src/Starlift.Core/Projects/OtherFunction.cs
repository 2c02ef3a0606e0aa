using Starlift.Errors;

namespace Starlift.Projects;

/// <summary>A function that a project calls and that Redshift does not have: one that users of the target have made, or a mistake.</summary>
/// <param name="Name">In lower case.</param>
/// <param name="Missing">What is wrong where the target does not have it.</param>
public sealed record OtherFunction(string Name, Problem Missing);
