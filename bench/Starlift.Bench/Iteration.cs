namespace Starlift.Bench;

/// <summary>One contender's turn in one round.</summary>
sealed record Iteration(int Round, string Contender, Usage Usage);
