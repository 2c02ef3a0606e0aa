using System.Text;

namespace Starlift.Cli.Generating;

/// <summary>log_json_path.json: where the logs' values stand, in the order of the staging table's columns.</summary>
static class LogPaths
{
    static readonly string[] Keys =
    [
        "artist", "auth", "firstName", "gender", "itemInSession", "lastName", "length", "level", "location", "method", "page",
        "registration", "sessionId", "song", "status", "ts", "userAgent", "userId",
    ];

    public static byte[] Document()
    {
        var paths = string.Join(",\n", Keys.Select(key => $"        \"$['{key}']\""));
        return Encoding.ASCII.GetBytes($"{{\n    \"jsonpaths\": [\n{paths}\n    ]\n}}\n");
    }
}
