using Starlift.Sql.Text;

namespace Starlift.SqlTests.Text;

public sealed class SqlRedactionTests
{
    [Theory]
    [InlineData("copy t from 's3://b' access_key_id 'A' secret_access_key 'S' session_token 'T' json",
        "copy t from 's3://b' access_key_id '***' secret_access_key '***' session_token '***' json")]
    [InlineData("copy t from 's3://b' WITH CREDENTIALS AS 'aws_access_key_id=A;aws_secret_access_key=S'",
        "copy t from 's3://b' WITH CREDENTIALS AS '***'")]
    [InlineData("create user u password 'S' -- 'x'", "create user u password '***' -- 'x'")]
    [InlineData("select 'a'", "select 'a'")]
    [InlineData("copy t secret_access_key 'S", "***")]
    public void Secrets_give_way_to_stars(string sql, string redacted) => Assert.Equal(redacted, SqlRedaction.Redact(sql));
}
