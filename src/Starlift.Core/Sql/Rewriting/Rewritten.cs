namespace Starlift.Sql.Rewriting;

/// <summary>What a rule puts in the place of some tokens.</summary>
/// <param name="Text">In the other engine's dialect.</param>
/// <param name="Next">The index of the first token that is not replaced; beyond the index that the rule was asked about.</param>
public readonly record struct Rewritten(string Text, int Next);
