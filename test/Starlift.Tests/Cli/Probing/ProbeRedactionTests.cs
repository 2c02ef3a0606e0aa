using Starlift.Cli.Probing;
using Starlift.Secrets;

namespace Starlift.Tests.Cli.Probing;

public sealed class ProbeRedactionTests
{
    static readonly ProbeRedaction Redaction = new(
        new ProbePlace("s3://starlift-sparkify-bucket-1x2y3z/manifests", "0a1b2c3d"),
        SecretValues.Of(["hunter2-of-the-project"]),
        () => new Dictionary<string, string> { ["host"] = "lake.abc.us-west-2.redshift.amazonaws.com", ["user"] = "ada_admin", ["role"] = "" });

    [Theory]
    [InlineData("The specified S3 prefix 'manifests/probe-0a1b2c3d/bzip2/harbour/boats' does not exist", "The specified S3 prefix 'boats' does not exist")]
    [InlineData("s3://starlift-sparkify-bucket-1x2y3z/manifests/probe-0a1b2c3d/bzip2/harbour/boats.json", "s3://harbour/boats.json")]
    [InlineData("relation starlift_probe_0a1b2c3d_port.boats of starlift_probe_0a1b2c3d", "relation port.boats of public")]
    [InlineData("User arn:aws:redshift:us-west-2:123456789012:dbuser:c/ada is not authorized", "User <arn> is not authorized")]
    [InlineData("account 123456789012 of ada_admin at lake.abc.us-west-2.redshift.amazonaws.com", "account <account> of <user> at <host>")]
    [InlineData("bucket starlift-sparkify-bucket-1x2y3z", "bucket <bucket>")]
    [InlineData("error:  x\n  query:     1234\n  process:   padbmaster [pid=567]", "error:  x\n  query:     <n>\n  process:   <n> [pid=<n>]")]
    [InlineData("NoSuchKey,Rid 7ABC9,ExtRid a/b+c=,CanRetry 1", "NoSuchKey,Rid <n>,ExtRid <n>,CanRetry 1")]
    [InlineData("key AKIAIOSFODNN7EXAMPLE from 10.1.22.3", "key <key> from <address>")]
    [InlineData("hunter2-of-the-project", "***")]
    [InlineData("Invalid digit, Value 'a', Pos 0, Type: Integer", "Invalid digit, Value 'a', Pos 0, Type: Integer")]
    [InlineData("epoch 1541105830796, PostgreSQL 8.0.2, Redshift 1.0.61191", "epoch 1541105830796, PostgreSQL 8.0.2, Redshift 1.0.61191")]
    public void What_names_the_account_or_the_moment_goes(string told, string shown) => Assert.Equal(shown, Redaction.Of("bzip2", told));
}
