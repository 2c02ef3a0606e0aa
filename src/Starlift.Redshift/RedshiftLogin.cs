using Starlift.Secrets;

namespace Starlift.Redshift;

/// <summary>Who logs in.</summary>
/// <param name="User">A user of the database; temporary credentials name one too.</param>
/// <param name="Password">The user's, or one that ends within the hour.</param>
public sealed record RedshiftLogin(string User, Secret Password);
