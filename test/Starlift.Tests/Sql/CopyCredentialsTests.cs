using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Tests.Sql;

/// <summary>Whatever is wrong around the credentials of a COPY, what is told shows none of them, quoted or not.</summary>
public sealed class CopyCredentialsTests
{
    const string KeyId = "AKIAIOSFODNN7EXAMPLE";
    const string Secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    static readonly string[] Parts = [KeyId, "aws_access_key_id", .. Secret.Split('/')];

    [Theory]
    [InlineData($"access_key_id {KeyId} secret_access_key '{Secret}'")]
    [InlineData($"access_key_id \"{KeyId}\" secret_access_key '{Secret}'")]
    [InlineData($"access_key_id = '{KeyId}' secret_access_key = '{Secret}'")]
    [InlineData($"access_key_id as {KeyId} secret_access_key '{Secret}'")]
    [InlineData($"access_key_id '{KeyId}' secret_access_key {Secret}")]
    [InlineData($"access_key_id '{KeyId}' secret_access_key \"{Secret}\"")]
    [InlineData($"access_key_id '{KeyId}', secret_access_key '{Secret}'")]
    [InlineData($"access_key_id '{KeyId}' {Secret}")]
    [InlineData($"access_key_id '{KeyId}' secret '{Secret}'")]
    [InlineData($"access_key_id '{KeyId}' access_key_id {KeyId}")]
    [InlineData($"acces_key_id {KeyId} secret_access_key '{Secret}'")]
    [InlineData($"key {KeyId} secret_access_key '{Secret}'")]
    [InlineData($"{KeyId} secret_access_key '{Secret}'")]
    [InlineData($"secret_access_key '{Secret}' '{KeyId}'")]
    [InlineData($"secret_access_key '{Secret}' {KeyId}")]
    [InlineData($"secret_access_key '{Secret}")]
    [InlineData($"access_key_id '{KeyId} secret_access_key '{Secret}'")]
    [InlineData($"session_token {KeyId}")]
    [InlineData($"iam_role {KeyId}")]
    [InlineData($"iam_role default {KeyId}")]
    [InlineData($"credentials {KeyId}")]
    [InlineData($"credentials aws_access_key_id={KeyId};aws_secret_access_key={Secret}")]
    [InlineData($"credentials as aws_access_key_id={KeyId}")]
    [InlineData($"credentials \"aws_access_key_id={KeyId};aws_secret_access_key={Secret}\"")]
    [InlineData($"credentials 'aws_access_key={KeyId};aws_secret_access_key={Secret}'")]
    [InlineData($"credentials 'aws_access_key_id={KeyId}'")]
    [InlineData($"credential 'aws_access_key_id={KeyId};aws_secret_access_key={Secret}'")]
    [InlineData($"with credentials 'aws_access_key_id={KeyId};aws_secret_access_key={Secret}' {KeyId}")]
    [InlineData($"access_key_id '{KeyId}' secret_access_key '{Secret}' maxerror {KeyId}")]
    [InlineData($"access_key_id '{KeyId}' secret_access_key '{Secret}' encoding {KeyId}")]
    [InlineData($"access_key_id '{KeyId}' secret_access_key '{Secret}' format {KeyId}")]
    [InlineData($"access_key_id $${KeyId}$$ secret_access_key $${Secret}")]
    public void A_fault_around_them_shows_none_of_them(string credentials)
    {
        foreach (var copy in new[] { $"copy t from 's3://b/k' {credentials} json 'auto'", $"copy t {credentials} from 's3://b/k' json 'auto'" })
        {
            var problems = Assert.Throws<ConfigurationException>(() => SqlScript.Parse("a.sql", copy)).Problems;
            Assert.All(problems, problem => Assert.All(
                Parts, part => Assert.DoesNotContain(part, $"{problem} {problem.Hint}".Replace("'aws_access_key_id=…;", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)));
        }
    }

    [Fact]
    public void A_misspelt_option_is_shown() => Assert.Equal(
        "expected an option of COPY but found 'maxerrors'",
        SqlSamples.Problem($"copy t from 's3://b/k' access_key_id '{KeyId}' secret_access_key '{Secret}' maxerrors 3").What);
}
