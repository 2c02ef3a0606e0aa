using Starlift.Sql.Meaning.Types;

namespace Starlift.Sql.Meaning.Functions;

/// <summary>One argument pattern of a function with its result.</summary>
/// <param name="Parameters">In their order.</param>
/// <param name="Result">How the result's type is found.</param>
/// <param name="Type">The type of <see cref="ResultKind.Type"/>.</param>
/// <param name="Argument">The number of <see cref="ResultKind.Argument"/>.</param>
public sealed record Signature(IReadOnlyList<Parameter> Parameters, ResultKind Result, DataType Type, int Argument)
{
    /// <summary>The fewest arguments it takes.</summary>
    public int Fewest { get; } = Parameters.Count(parameter => !parameter.IsOptional);

    /// <summary>True where it takes so many arguments.</summary>
    public bool Takes(int count) => count >= Fewest && (count <= Parameters.Count || Parameters is [.., { Repeats: true }]);

    /// <summary>The parameter of the argument at the index.</summary>
    public Parameter At(int index) => Parameters[Math.Min(index, Parameters.Count - 1)];
}
