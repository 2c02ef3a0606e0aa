namespace Starlift.Objects;

/// <summary>Compressed bytes are not what they should be. Never shown to a user as it is: its catcher names the object.</summary>
/// <param name="message">Goes on after "the object can't be decompressed: ".</param>
/// <param name="hint">The way out.</param>
/// <param name="inner">What the decompressor said.</param>
sealed class CompressedDataException(string message, string hint, Exception? inner = null) : Exception(message, inner)
{
    public string Hint => hint;
}
