using Starlift.Secrets;
using Starlift.Tests.Projects;

namespace Starlift.Tests.Secrets;

public sealed class SecretValuesTests
{
    [Fact]
    public void What_the_SQL_is_filled_in_with_is_a_secret_by_its_name_or_by_what_it_refers_to()
    {
        using var project = ScratchProject.Sound();
        project.Environment["API_TOKEN"] = "of-the-api";
        project.Environment["PLACE"] = "of-the-place";
        project.Add(
            "starlift.yaml",
            $"{File.ReadAllText(Path.Combine(project.Folder, "starlift.yaml")).TrimEnd()}\nvars:\n  api: ${{env:API_TOKEN}}\n  again: ${{api}}\n  place: ${{env:PLACE}}\n  user_password: of-the-user\n");
        project.Add("checks/any.sql", "-- description: None.\nselect 1 as x where '${again}' = '${place}' or '${env:PLACE}' = '${env:API_TOKEN}' or '${user_password}' = ''");
        Assert.Equal("*** of-the-place *** x", project.Read().Secrets.Redact("of-the-api of-the-place of-the-user x"));
    }

    [Theory]
    [InlineData("PGPASSWORD", true)]
    [InlineData("aws_secret_access_key", true)]
    [InlineData("API_TOKEN", true)]
    [InlineData("data", false)]
    [InlineData("key", false)]
    public void Names_tell(string name, bool secret) => Assert.Equal(secret, SecretValues.AreIn(name));

    [Fact]
    public void One_that_holds_another_is_replaced_whole() => Assert.Equal("***, ***", SecretValues.Of(["word", "password"]).Redact("password, word"));
}
