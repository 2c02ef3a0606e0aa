using System.Text.RegularExpressions;

namespace Starlift.Aws;

/// <summary>The address of a server as messages show it.</summary>
static partial class ServerAddress
{
    /// <summary>Without user and password, wherever an address stands in the text.</summary>
    public static string Shown(string text) => UserInformation().Replace(text, "***@");

    [GeneratedRegex(@"(?<=://)[^\s/'""]+@|[^\s/'"":@]+:[^\s/'""@]+@")]
    private static partial Regex UserInformation();
}
