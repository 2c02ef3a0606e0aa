using System.Text.RegularExpressions;

namespace Starlift.Torture;

/// <summary>What a process says of what it did, in text or JSON.</summary>
static partial class Claims
{
    public static bool Any(string text) => OfNothing().IsMatch(text) || OfSuccess().IsMatch(text) || OfDoubt().IsMatch(text);

    /// <summary>Nothing has changed.</summary>
    [GeneratedRegex(@"nothing (of it )?(was|is|has been) (published|committed|reset|changed)|nothing new|(is|was) undone|as it was")]
    public static partial Regex OfNothing();

    /// <summary>What was to be done is done.</summary>
    [GeneratedRegex(@"run \d+: done|""outcome"": ?""done""|^made |""objects_forgotten""|(?<!nothing (of it )?|whether \w+ )\b(was|is|has been|were|are) (all the same )?(published|committed)", RegexOptions.Multiline)]
    public static partial Regex OfSuccess();

    /// <summary>It may have been done or not.</summary>
    [GeneratedRegex(@"unknown|not known|can't (be told|tell)|whether|may have|perhaps", RegexOptions.IgnoreCase)]
    public static partial Regex OfDoubt();

    /// <summary>A bug.</summary>
    [GeneratedRegex(@"a bug of Starlift's own|Unhandled exception|^\s+at [\w.`<>]+\(|\\n\s+at \w|terminate called|INTERNAL Error", RegexOptions.Multiline)]
    public static partial Regex OfBug();

    /// <summary>A disk without space.</summary>
    [GeneratedRegex(@"no space|disk is full|disk full|free (some )?space|out of space|not enough space", RegexOptions.IgnoreCase)]
    public static partial Regex OfFullDisk();

    [GeneratedRegex(@"can't be opened")]
    public static partial Regex OfUnopenable();
}
