using System.Text;

namespace Starlift.Cli.Generating;

/// <summary>A page of the app and how it is asked for.</summary>
/// <param name="Request">The JSON members method and page, as the event has them.</param>
/// <param name="Status">HTTP status of the answer.</param>
sealed record Page(byte[] Request, int Status)
{
    public static readonly Page NextSong = Of("NextSong", "PUT", 200);
    public static readonly Page Home = Of("Home", "GET", 200);
    public static readonly Page Login = Of("Login", "PUT", 307);
    public static readonly Page Logout = Of("Logout", "PUT", 307);
    public static readonly Page Settings = Of("Settings", "GET", 200);
    public static readonly Page SaveSettings = Of("Save Settings", "PUT", 307);
    public static readonly Page Upgrade = Of("Upgrade", "GET", 200);
    public static readonly Page SubmitUpgrade = Of("Submit Upgrade", "PUT", 307);
    public static readonly Page Downgrade = Of("Downgrade", "GET", 200);
    public static readonly Page SubmitDowngrade = Of("Submit Downgrade", "PUT", 307);
    public static readonly Page Help = Of("Help", "GET", 200);
    public static readonly Page About = Of("About", "GET", 200);
    public static readonly Page Error = Of("Error", "GET", 404);

    static Page Of(string name, string method, int status) =>
        new(Encoding.ASCII.GetBytes($"\"method\":\"{method}\",\"page\":\"{name}\""), status);
}
