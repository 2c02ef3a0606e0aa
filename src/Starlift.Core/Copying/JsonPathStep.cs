namespace Starlift.Copying;

/// <summary>One step of a path: a member by its decoded UTF-8 name, or an element by its 0-based index where the name is null.</summary>
readonly record struct JsonPathStep(byte[]? Name, int Index);
