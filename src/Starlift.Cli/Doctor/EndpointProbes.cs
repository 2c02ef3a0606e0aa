using System.Buffers.Binary;
using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Starlift.Errors;

namespace Starlift.Cli.Doctor;

/// <summary>Whether a server is reached, and whether it proves by TLS that it is the one that was meant. Speaks PostgreSQL's protocol as far as that.</summary>
/// <param name="host">Its name.</param>
/// <param name="port">Its port.</param>
/// <param name="demand">What of the target demands TLS; null where it does without.</param>
/// <param name="verify">The certificate has to be good; else it is only shown.</param>
/// <param name="root">A file of the certificates to trust; null for the machine's.</param>
sealed class EndpointProbes(string host, int port, string? demand, bool verify, string? root)
{
    const int SslRequest = 80877103;

    public IEnumerable<Probe> All =>
    [
        new Probe("endpoint", ReachAsync),
        new Probe("TLS", TlsAsync) { Needs = ["endpoint"] },
    ];

    async Task<string> ReachAsync(CancellationToken cancel)
    {
        using var client = await ConnectAsync(cancel);
        return $"{host}:{port} is reached at {client.Client.RemoteEndPoint}";
    }

    async Task<string> TlsAsync(CancellationToken cancel)
    {
        using var client = await ConnectAsync(cancel);
        var stream = client.GetStream();
        var request = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(request, 8);
        BinaryPrimitives.WriteInt32BigEndian(request.AsSpan(4), SslRequest);
        await stream.WriteAsync(request, cancel);
        var answer = new byte[1];
        if (await stream.ReadAsync(answer, cancel) == 0 || answer[0] != 'S')
        {
            return demand is null
                ? "the server offers none, and the target does not demand it"
                : throw Failure($"the server does not speak TLS, which {demand} demands", "switch TLS on at the server", null);
        }

        await using var secure = new SslStream(stream, leaveInnerStreamOpen: false);
        try
        {
            await secure.AuthenticateAsClientAsync(OptionsOf(), cancel);
        }
        catch (Exception e) when (e is AuthenticationException or IOException)
        {
            throw Failure($"the certificate of {host} is not accepted: {e.GetBaseException().Message.TrimEnd('.')}", "the server must prove that it is this host; give the certificates to trust with root_certificate", e);
        }

        var certificate = secure.RemoteCertificate!;
        return $"{secure.SslProtocol}, certificate of {certificate.Subject} until {Day(certificate.GetExpirationDateString())}";
    }

    SslClientAuthenticationOptions OptionsOf()
    {
        var options = new SslClientAuthenticationOptions { TargetHost = host };
        if (!verify)
        {
#pragma warning disable CA5359 // The target says that it does not matter.
            options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        }
        else if (root is not null)
        {
            options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.ImportFromPemFile(root);
        }

        return options;
    }

    async Task<TcpClient> ConnectAsync(CancellationToken cancel)
    {
        var client = new TcpClient();
        try
        {
            await client.ConnectAsync(host, port, cancel);
            return client;
        }
        catch (SocketException e)
        {
            client.Dispose();
            throw e.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain
                ? Failure($"{host} has no address", "check the target's host", e)
                : Failure($"{host}:{port} can't be reached: {e.Message}", $"check that the warehouse runs and that its firewall or security group admits this address on port {port}", e);
        }
    }

    static string Day(string text) => DateTime.TryParse(text, CultureInfo.CurrentCulture, out var day) ? $"{day:yyyy-MM-dd}" : text;

    static StarliftException Failure(string what, string hint, Exception? inner) => new(ExitCode.Access, new Problem(what, Hint: hint), inner);
}
