using Starlift.Aws;

namespace Starlift.Tests.Aws;

public sealed class ServerAddressTests
{
    [Theory]
    [InlineData("http://ada:a-secret@localhost:9000", "http://***@localhost:9000")]
    [InlineData("https://token@s3.example.com/x", "https://***@s3.example.com/x")]
    [InlineData("http://ada:a@b@localhost", "http://***@localhost")]
    [InlineData("the value 'ada:a-secret@localhost' is no address", "the value '***@localhost' is no address")]
    [InlineData("http://localhost:9000", "http://localhost:9000")]
    [InlineData("S3 in us-west-2", "S3 in us-west-2")]
    public void User_and_password_are_not_shown(string text, string shown) => Assert.Equal(shown, ServerAddress.Shown(text));
}
