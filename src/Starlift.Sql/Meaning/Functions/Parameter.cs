using Starlift.Sql.Meaning.Types;

namespace Starlift.Sql.Meaning.Functions;

/// <summary>One parameter of a signature.</summary>
/// <param name="Kind">What it takes.</param>
/// <param name="Type">The type of <see cref="ParameterKind.Type"/>.</param>
/// <param name="IsOptional">True where it may be left out.</param>
/// <param name="Repeats">True where any number of such arguments may follow; it is the last then.</param>
public readonly record struct Parameter(ParameterKind Kind, DataType Type, bool IsOptional, bool Repeats);
