namespace Starlift.Torture;

/// <summary>The engine does not open a database.</summary>
sealed class UnopenableException(string message, Exception inner) : Exception(message, inner);
