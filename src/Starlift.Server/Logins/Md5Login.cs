using System.Security.Cryptography;
using System.Text;
using Starlift.Server.Sessions;
using Starlift.Server.Wire;

namespace Starlift.Server.Logins;

/// <summary>A password as MD5 of itself and of a salt (PostgreSQL: "Password authentication").</summary>
sealed class Md5Login(string user, string password)
{
    const int Md5 = 5;

    /// <returns>False where the password is another.</returns>
    public async Task<bool> CheckAsync(MessageReader reader, Backend backend, CancellationToken cancellationToken)
    {
        var salt = RandomNumberGenerator.GetBytes(4);
        backend.Writer.Begin('R').Int32(Md5).Bytes(salt).End();
        var body = await Login.AnswerAsync(reader, backend, cancellationToken);
        return CryptographicOperations.FixedTimeEquals(body.AsSpan().TrimEnd((byte)0), Encoding.UTF8.GetBytes(Digest(salt)));
    }

#pragma warning disable CA5351 // The protocol's own.
    string Digest(byte[] salt)
    {
        var inner = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(password + user)));
        return $"md5{Convert.ToHexStringLower(MD5.HashData([.. Encoding.UTF8.GetBytes(inner), .. salt]))}";
    }
#pragma warning restore CA5351
}
