namespace Starlift.Bench;

/// <summary>Something that whoever runs the bench has to know or mend.</summary>
sealed class BenchException(string message, Exception? inner = null) : Exception(message, inner);
