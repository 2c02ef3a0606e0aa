using System.Security.Cryptography;
using System.Text;
using Starlift.Server.Sessions;
using Starlift.Server.Wire;

namespace Starlift.Server;

/// <summary>Lets a client in: by MD5 of a password where there is one (PostgreSQL: "Password authentication"), else at once.</summary>
sealed class Login(ServerOptions options, Startup startup)
{
    const int Ok = 0;
    const int Md5 = 5;

    /// <exception cref="ServerError">The password is another.</exception>
    public async Task CheckAsync(MessageReader reader, Backend backend, CancellationToken cancellationToken)
    {
        if (options.Password is { } password)
        {
            var salt = RandomNumberGenerator.GetBytes(4);
            backend.Writer.Begin('R').Int32(Md5).Bytes(salt).End();
            await backend.Writer.SendAsync(cancellationToken);
            if (await reader.ReadAsync(MessageReader.LongestGreeting, cancellationToken) is not { Type: 'p', Body: var body })
            {
                throw ServerError.OfProtocol("expected password response");
            }

            if (!CryptographicOperations.FixedTimeEquals(body.AsSpan().TrimEnd((byte)0), Encoding.UTF8.GetBytes(Digest(startup.User, password.Reveal(), salt))))
            {
                throw new ServerError(WireStates.InvalidAuthorization, $"password authentication failed for user \"{startup.User}\"", isFatal: true);
            }
        }

        backend.Writer.Begin('R').Int32(Ok).End();
    }

#pragma warning disable CA5351 // The protocol's own.
    static string Digest(string user, string password, byte[] salt)
    {
        var inner = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(password + user)));
        return $"md5{Convert.ToHexStringLower(MD5.HashData([.. Encoding.UTF8.GetBytes(inner), .. salt]))}";
    }
#pragma warning restore CA5351
}
