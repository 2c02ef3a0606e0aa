using System.Net;
using System.Net.Sockets;
using Starlift.Errors;

namespace Starlift.Aws.Stacks;

/// <summary>The address that AWS sees this machine with.</summary>
public static class CallerAddress
{
    /// <summary>Amazon's own answer to the question.</summary>
    public static Uri Default { get; } = new("https://checkip.amazonaws.com/");

    /// <returns>As a block of one address.</returns>
    /// <exception cref="StarliftException">Nobody tells.</exception>
    public static async Task<string> CidrAsync(Uri server, CancellationToken cancellationToken)
    {
        const string Hint = "state who may connect: admin_cidr under cloud in starlift.yaml";
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        try
        {
            var text = (await http.GetStringAsync(server, cancellationToken)).Trim();
            return IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetwork
                ? $"{address}/32"
                : throw new StarliftException(ExitCode.Access, new Problem($"{server.Host} gave no IPv4 address of this machine", Hint: Hint));
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new StarliftException(
                ExitCode.Access, new Problem($"this machine's address is not known: {server.Host} can't be asked: {e.GetBaseException().Message.TrimEnd('.')}", Hint: Hint), e);
        }
    }
}
