using Starlift.Warehouses;

namespace Starlift.Cli.Terminals;

/// <summary>A value of a warehouse in tables, CSV and JSON.</summary>
static class ValueText
{
    /// <inheritdoc cref="ResultText.Of"/>
    public static string Of(object? value) => ResultText.Of(value);

    /// <inheritdoc cref="ResultText.IsNumber"/>
    public static bool IsNumber(object? value) => ResultText.IsNumber(value);
}
