using Starlift.Secrets;

namespace Starlift.Aws.Apis;

/// <summary>A database user and a password.</summary>
public sealed record TemporaryLogin(string User, Secret Password);
