using Starlift.Secrets;
using Starlift.Server.Sessions;
using Starlift.Server.Wire;

namespace Starlift.Server.Logins;

/// <summary>Lets a client in: where there is a password, by it, else at once.</summary>
/// <param name="user">Who the client says it is.</param>
/// <param name="password">Of every user; null lets everybody in.</param>
/// <param name="byMd5">It is asked for by MD5, else by SCRAM-SHA-256.</param>
sealed class Login(string user, Secret? password, bool byMd5)
{
    const int Ok = 0;

    /// <exception cref="ServerError">The password is another.</exception>
    public async Task CheckAsync(MessageReader reader, Backend backend, CancellationToken cancellationToken)
    {
        if (password is { } wanted && !await (byMd5
            ? new Md5Login(user, wanted.Reveal()).CheckAsync(reader, backend, cancellationToken)
            : new ScramLogin(wanted.Reveal()).CheckAsync(reader, backend, cancellationToken)))
        {
            throw new ServerError(WireStates.InvalidAuthorization, $"password authentication failed for user \"{user}\"", isFatal: true);
        }

        backend.Writer.Begin('R').Int32(Ok).End();
    }

    /// <summary>What the client answers to what is written so far.</summary>
    /// <exception cref="ServerError">It answers something else.</exception>
    public static async Task<byte[]> AnswerAsync(MessageReader reader, Backend backend, CancellationToken cancellationToken)
    {
        await backend.Writer.SendAsync(cancellationToken);
        return await reader.ReadAsync(MessageReader.LongestGreeting, cancellationToken) is { Type: 'p', Body: var body } ? body : throw ServerError.OfProtocol("expected password response");
    }
}
