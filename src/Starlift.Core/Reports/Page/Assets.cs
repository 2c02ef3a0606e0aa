using System.Text;

namespace Starlift.Reports.Page;

/// <summary>What the page is made with, as this assembly carries it.</summary>
static class Assets
{
    /// <summary>Draws the charts; made by ./build report, with licences and stamp in its first comment.</summary>
    public static string Script { get; } = Read("report.min.js");

    /// <summary>How the page looks.</summary>
    public static string Style { get; } = Read("report.css");

    /// <summary>The outline of the world's land, GeoJSON.</summary>
    public static string World { get; } = Read("world.json");

    static string Read(string name)
    {
        using var resource = typeof(Assets).Assembly.GetManifestResourceStream($"report/{name}")
            ?? throw new InvalidOperationException($"no resource report/{name}");
        using var reader = new StreamReader(resource, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
