using Starlift.Sql.Meaning.Types;

namespace Starlift.Sql.Meaning.Functions;

/// <summary>The function that a call means, with its types.</summary>
/// <param name="Function">Its row.</param>
/// <param name="Signature">The one of its signatures that fits best.</param>
/// <param name="Arguments">What each argument is converted to.</param>
/// <param name="Result">The type of the call.</param>
public sealed record FunctionMatch(FunctionRow Function, Signature Signature, IReadOnlyList<DataType> Arguments, DataType Result);
