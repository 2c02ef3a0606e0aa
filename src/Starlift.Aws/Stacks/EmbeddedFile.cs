namespace Starlift.Aws.Stacks;

/// <summary>The files beside this one that are built into the assembly.</summary>
static class EmbeddedFile
{
    public static string Read(string name)
    {
        using var reader = new StreamReader(typeof(EmbeddedFile).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
