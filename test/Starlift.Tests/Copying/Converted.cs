using System.Globalization;

namespace Starlift.Tests.Copying;

/// <summary>One JSON value, loaded into a table of one column.</summary>
static class Converted
{
    /// <returns>The value as text, or the reject: code, position where it is not 0, reason.</returns>
    public static string Of(string type, string json, string options = "")
    {
        var outcome = new SampleCopy { Columns = $"v {type}", Options = $"'auto' maxerror 9 {options}" }.Load($"{{\"v\":{json}}}");
        if (outcome.Rows is [var row])
        {
            Assert.Empty(outcome.Rejects);
            return row;
        }

        var reject = outcome.Reject;
        Assert.Equal("v", reject.Column);
        var position = reject.Position > 0 ? string.Create(CultureInfo.InvariantCulture, $"@{reject.Position} ") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{(int)reject.Code} {position}{reject.Reason}");
    }
}
