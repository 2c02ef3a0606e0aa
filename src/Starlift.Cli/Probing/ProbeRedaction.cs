using System.Text.RegularExpressions;
using Starlift.Secrets;

namespace Starlift.Cli.Probing;

/// <summary>Takes out of what Redshift told whatever names the account, the warehouse or the moment: facts are for everybody.</summary>
/// <param name="place">Its bucket and schemas.</param>
/// <param name="secrets">The project's.</param>
/// <param name="names">The host, the user and the like, by what is written in their place; asked each time, because logins change.</param>
sealed partial class ProbeRedaction(ProbePlace place, SecretValues secrets, Func<IReadOnlyDictionary<string, string>> names)
{
    const int Shortest = 4;

    /// <param name="testCase">The name of the case that it was told of.</param>
    /// <param name="text">As it came.</param>
    public string Of(string testCase, string text)
    {
        var shown = secrets.Redact(place.Restore(testCase, text)).Replace(place.Bucket, "<bucket>", StringComparison.Ordinal).Replace(place.Id, "<id>", StringComparison.Ordinal);
        foreach (var (word, name) in names().Where(pair => pair.Value.Length >= Shortest))
        {
            shown = shown.Replace(name, $"<{word}>", StringComparison.Ordinal);
        }

        shown = Arn().Replace(shown, "<arn>");
        shown = AccessKey().Replace(shown, "<key>");
        shown = Account().Replace(shown, "<account>");
        shown = Address().Replace(shown, "<address>");
        return Number().Replace(shown, "${what}<n>");
    }

    [GeneratedRegex(@"arn:aws[a-z-]*:[^\s'"",;)]+")]
    private static partial Regex Arn();

    [GeneratedRegex(@"\b(AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,}\b")]
    private static partial Regex AccessKey();

    [GeneratedRegex(@"(?<!\d)\d{12}(?!\d)")]
    private static partial Regex Account();

    [GeneratedRegex(@"(?<![\d.])\d{1,3}(\.\d{1,3}){3}(?![\d.])")]
    private static partial Regex Address();

    // What AWS numbers: queries, processes, and requests to S3.
    [GeneratedRegex(@"(?<what>\b(query|pid|process|table_id|slice|xid)\s*[:=]\s*|\b(Rid|ExtRid|RequestId|HostId)\b[\s:=]*)[A-Za-z0-9+/=]+", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
