namespace Starlift.Secrets;

/// <summary>Values that no message, history or report may show. Immutable.</summary>
public sealed class SecretValues
{
    /// <summary>A shorter value would be found in words that have nothing to do with it.</summary>
    const int Shortest = 4;

    static readonly string[] Names =
        ["password", "passwd", "passphrase", "pwd", "secret", "token", "credential", "access_key", "private_key", "api_key", "apikey"];

    readonly IReadOnlyList<string> _values;

    SecretValues(IReadOnlyList<string> values) => _values = values;

    public static SecretValues None { get; } = new([]);

    public bool IsEmpty => _values.Count == 0;

    /// <param name="values">Any; those that are too short to be told from other text are left out.</param>
    public static SecretValues Of(IEnumerable<string> values) =>
        // the longest first, because one may hold another
        new([.. values.Where(value => value.Length >= Shortest).Distinct().OrderByDescending(value => value.Length)]);

    /// <summary>A variable of this name holds a secret, as far as its name tells.</summary>
    public static bool AreIn(string name) => Names.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));

    /// <summary>The text with *** in the place of each.</summary>
    public string Redact(string text) =>
        _values.Aggregate(text, (shown, value) => shown.Replace(value, "***", StringComparison.Ordinal));
}
