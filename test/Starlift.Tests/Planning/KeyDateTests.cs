using Starlift.Planning;

namespace Starlift.Tests.Planning;

public sealed class KeyDateTests
{
    [Theory]
    [InlineData("s3://b/log_data/2018/11/2018-11-05-events.json", "2018-11-05", "2018-11-05")]
    [InlineData("s3://b/log_data/2018/11/events.json", "2018-11-01", "2018-11-30")]
    [InlineData("s3://b/x/year=2020/month=02/part-0.json", "2020-02-01", "2020-02-29")]
    [InlineData("s3://b/x/year=2020/month=2/day=9/part-0.json", "2020-02-09", "2020-02-09")]
    [InlineData("s3://b/dt=20240131/part-0.json", "2024-01-31", "2024-01-31")]
    [InlineData("/data/2018-11-05T10/x.json", "2018-11-05", "2018-11-05")]
    public void A_date_in_the_key_is_read(string key, string first, string last) =>
        Assert.Equal((DateOnly.Parse(first, null), DateOnly.Parse(last, null)), KeyDate.Of(key));

    [Theory]
    [InlineData("s3://b/song_data/A/B/C/TRABC20181105FE.json")]
    [InlineData("s3://b/x/2018-13-01.json")]
    [InlineData("s3://b/x/2019-02-30.json")]
    [InlineData("s3://b/12345678901/x.json")]
    [InlineData("")]
    public void What_only_looks_like_a_date_is_none(string key) => Assert.Null(KeyDate.Of(key));
}
