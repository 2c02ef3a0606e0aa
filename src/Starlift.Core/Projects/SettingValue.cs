using System.Text.RegularExpressions;

namespace Starlift.Projects;

/// <summary>Checks the text of a setting against its kind.</summary>
static partial class SettingValue
{
    /// <summary>What the value should look like, as a hint; null where it is right.</summary>
    public static string? Fault(SettingDefinition definition, string value) => definition.Kind switch
    {
        SettingKind.Choice when !definition.Choices.Contains(value) => Suggestion.For(value, definition.Choices),
        SettingKind.WholeNumber when !WholeNumber().IsMatch(value) => "a whole number, 1 or more",
        SettingKind.Size when !Size().IsMatch(value) => "a number of bytes with its unit, such as 512MB or 2GB",
        SettingKind.Duration when !Duration().IsMatch(value) => "a whole number with its unit, such as 90s, 30m, 2h or 1d",
        _ when value.Contains('\0', StringComparison.Ordinal) => "it can't hold the character U+0000",
        _ when value.Length == 0 => "it can't be empty",
        _ => null,
    };

    [GeneratedRegex(@"^[1-9][0-9]{0,8}\z")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^[0-9]+(\.[0-9]+)? ?([KMGT]i?)?B\z", RegexOptions.IgnoreCase)]
    private static partial Regex Size();

    [GeneratedRegex(@"^[1-9][0-9]*[smhd]\z")]
    private static partial Regex Duration();
}
