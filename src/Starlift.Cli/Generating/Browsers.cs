namespace Starlift.Cli.Generating;

/// <summary>User agents in JSON form; like the app's logs, all but Firefox come in quotes of their own.</summary>
static class Browsers
{
    public static readonly byte[][] All = JsonText.Of(List());

    static IEnumerable<string> List()
    {
        string[] systems =
        [
            "Windows NT 6.1; WOW64",
            "Windows NT 6.3; WOW64",
            "Windows NT 10.0; Win64; x64",
            "Macintosh; Intel Mac OS X 10_9_4",
            "X11; Linux x86_64",
        ];
        foreach (var system in systems)
        {
            foreach (var version in (string[])["35.0.1916.153", "36.0.1985.125", "36.0.1985.143", "37.0.2062.103"])
            {
                yield return $"\"Mozilla/5.0 ({system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{version} Safari/537.36\"";
            }

            yield return $"Mozilla/5.0 ({system}; rv:31.0) Gecko/20100101 Firefox/31.0";
        }

        yield return "\"Mozilla/5.0 (iPhone; CPU iPhone OS 7_1_2 like Mac OS X) AppleWebKit/537.51.2 (KHTML, like Gecko) Version/7.0 "
            + "Mobile/11D257 Safari/9537.53\"";
        yield return "\"Mozilla/5.0 (iPad; CPU OS 7_1_2 like Mac OS X) AppleWebKit/537.51.2 (KHTML, like Gecko) Version/7.0 "
            + "Mobile/11D257 Safari/9537.53\"";
    }
}
