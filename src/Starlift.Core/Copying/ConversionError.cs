namespace Starlift.Copying;

/// <summary>Why a value does not become one of its column's type.</summary>
/// <param name="Code">Of the load error reference.</param>
/// <param name="Reason">The text that Redshift shows where it is known; else one in its manner.</param>
/// <param name="Position">0-based byte in the value where that can be told; else 0.</param>
readonly record struct ConversionError(LoadErrorCode Code, string Reason, int Position = 0);
