using Starlift.Sql.Text;

namespace Starlift.SqlTests.Meaning;

/// <summary>Scripts that people have reported.</summary>
public sealed class FieldTests
{
    static readonly string Folder = Path.Combine(Repository.Root, "../shared/field-cases");

    /// <summary>Those that Redshift refuses.</summary>
    static readonly string[] Refused = ["16-boolean-to-text", "19-varchar-too-long-in-insert", "37-merge-with-an-alias-for-the-target", "38-qualify-straight-behind-from", "67-fetch-first"];

    [Fact]
    public void Only_what_Redshift_refuses_has_no_meaning()
    {
        Assert.SkipWhen(!Directory.Exists(Folder), "no cases in ../shared/field-cases");
        var refused = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Folder, "script.sql", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            try
            {
                Meanings.Of(File.ReadAllText(file));
            }
            catch (SqlException)
            {
                refused.Add(Path.GetFileName(Path.GetDirectoryName(file))!);
            }
        }

        Assert.Equal(Refused, refused);
    }
}
