using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Starlift.Cli.Serving;

/// <summary>A certificate of a server's own, signed by itself, and the file that clients check it with.</summary>
/// <param name="Certificate">With its key, which is written nowhere.</param>
/// <param name="Path">The PEM file; it goes when this is disposed of.</param>
sealed record ServerCertificate(X509Certificate2 Certificate, string Path) : IDisposable
{
    /// <param name="address">The name that it is for, beside localhost.</param>
    /// <param name="time">It begins now and lasts for ten days.</param>
    public static ServerCertificate Make(IPAddress address, TimeProvider time)
    {
        var now = time.GetUtcNow();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var made = request.CreateSelfSigned(now.AddHours(-1), now.AddDays(10));
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"starlift-serve-{Guid.NewGuid():N}.pem");
        File.WriteAllText(path, made.ExportCertificatePem());
        return new ServerCertificate(X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null), path);
    }

    public void Dispose()
    {
        Certificate.Dispose();
        File.Delete(Path);
    }
}
