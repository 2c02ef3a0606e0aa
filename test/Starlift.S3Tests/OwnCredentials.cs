using System.Runtime.CompilerServices;

namespace Starlift.S3Tests;

/// <summary>The tests' process has threads enough, and reads the tests' server, whatever the machine's AWS configuration says.</summary>
static class OwnCredentials
{
    [ModuleInitializer]
    public static void Set()
    {
        // Readers of streams block their threads, and the proxies that they wait for must find some all the same.
        ThreadPool.SetMinThreads(64, 64);
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", "/nonexistent");
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent");
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "AKIASTARLIFTTESTS");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "a-secret-for-tests-on-loopback-only");
    }
}
