using System.Text;
using Starlift.Objects;
using Starlift.Redshift;

namespace Starlift.Tests.Redshift;

public sealed class RedshiftManifestTests
{
    [Fact]
    public void Every_object_is_mandatory() => Assert.Equal(
        """
        {
          "entries": [
            {
              "url": "s3://lake/a \u0022b\u0022.json",
              "mandatory": true
            }
          ]
        }
        """,
        Encoding.UTF8.GetString(RedshiftManifest.Of([new ObjectVersion("s3://lake/a \"b\".json", "1", 1)])));
}
