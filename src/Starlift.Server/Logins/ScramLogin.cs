using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Starlift.Server.Sessions;
using Starlift.Server.Wire;

namespace Starlift.Server.Logins;

/// <summary>
/// A password by SCRAM-SHA-256, without a channel's binding (RFC 5802, RFC 7677; PostgreSQL: "SASL authentication"): each side proves that it knows the password, and neither
/// sends it.
/// </summary>
sealed class ScramLogin(string password)
{
    const string Mechanism = "SCRAM-SHA-256";
    const int Iterations = 4096;
    const int Offer = 10;
    const int Continue = 11;
    const int Final = 12;

    /// <returns>False where the password is another.</returns>
    /// <exception cref="ServerError">The client's messages are none of SCRAM's.</exception>
    public async Task<bool> CheckAsync(MessageReader reader, Backend backend, CancellationToken cancellationToken)
    {
        backend.Writer.Begin('R').Int32(Offer).Text(Mechanism).Byte(0).End();
        var (binding, bare) = First(await Login.AnswerAsync(reader, backend, cancellationToken));
        var nonce = Value(bare, 'r') + Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        var salt = RandomNumberGenerator.GetBytes(16);
        var challenge = string.Create(CultureInfo.InvariantCulture, $"r={nonce},s={Convert.ToBase64String(salt)},i={Iterations}");
        backend.Writer.Begin('R').Int32(Continue).Bytes(Encoding.ASCII.GetBytes(challenge)).End();

        var answer = Text(await Login.AnswerAsync(reader, backend, cancellationToken));
        var proofAt = answer.LastIndexOf(",p=", StringComparison.Ordinal);
        if (proofAt < 0 || Value(answer, 'r') != nonce || Value(answer, 'c') != Convert.ToBase64String(Encoding.ASCII.GetBytes(binding)))
        {
            throw ServerError.OfProtocol("malformed SCRAM message");
        }

        var salted = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormKC)), salt, Iterations, HashAlgorithmName.SHA256, 32);
        var message = Encoding.UTF8.GetBytes($"{bare},{challenge},{answer[..proofAt]}");
        if (!IsProof(salted, message, answer[(proofAt + 3)..]))
        {
            return false;
        }

        var signature = HMACSHA256.HashData(HMACSHA256.HashData(salted, "Server Key"u8), message);
        backend.Writer.Begin('R').Int32(Final).Bytes(Encoding.ASCII.GetBytes($"v={Convert.ToBase64String(signature)}")).End();
        return true;
    }

    // what the client sends is its key, hidden by a signature that the server can make too
    static bool IsProof(byte[] salted, byte[] message, string text)
    {
        var proof = new byte[32];
        if (!Convert.TryFromBase64String(text, proof, out var length) || length != proof.Length)
        {
            return false;
        }

        var stored = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        var signature = HMACSHA256.HashData(stored, message);
        for (var index = 0; index < proof.Length; index++)
        {
            proof[index] ^= signature[index];
        }

        return CryptographicOperations.FixedTimeEquals(SHA256.HashData(proof), stored);
    }

    /// <summary>The client's first message: its header, and what stands behind it.</summary>
    static (string Binding, string Bare) First(byte[] body)
    {
        var reader = new BodyReader(body);
        var mechanism = reader.Text();
        if (mechanism != Mechanism)
        {
            throw new ServerError(WireStates.InvalidAuthorization, $"the client chose the unknown authentication mechanism \"{mechanism}\"", isFatal: true);
        }

        var length = reader.Int32();
        var text = Text(reader.Bytes(Math.Max(0, length)));
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var second = comma < 0 ? -1 : text.IndexOf(',', comma + 1);
        return second < 0 || text[0] is not ('n' or 'y') ? throw ServerError.OfProtocol("malformed SCRAM message") : (text[..(second + 1)], text[(second + 1)..]);
    }

    static string Text(ReadOnlySpan<byte> bytes) => BodyReader.Decoded(bytes);

    static string Value(string message, char name) =>
        message.Split(',').FirstOrDefault(part => part.Length > 2 && part[0] == name && part[1] == '=')?[2..] ?? throw ServerError.OfProtocol("malformed SCRAM message");
}
