namespace Starlift.Sql.Values.Numbers;

/// <summary>The ending of an ordinal number: ST, ND, RD or TH.</summary>
static class Ordinals
{
    /// <param name="digits">The number's digits.</param>
    public static string Of(ReadOnlySpan<char> digits)
    {
        if (digits.Length > 1 && digits[^2] == '1')
        {
            return "TH";
        }

        return digits.IsEmpty ? "TH" : digits[^1] switch { '1' => "ST", '2' => "ND", '3' => "RD", _ => "TH" };
    }
}
