using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Starlift.RedshiftTests;

/// <summary>Answers for AWS what a test says, by the action that is asked for, and keeps what it was asked.</summary>
sealed class AwsEndpoint : IDisposable
{
    readonly HttpListener _listener = new();
    readonly Dictionary<string, (int Status, string Body)> _answers = [];

    public AwsEndpoint()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"http://localhost:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        }

        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ServeAsync();
        Answer("GetCallerIdentity", """
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/ada</Arn><UserId>AIDA</UserId><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>
            """);
    }

    public string Address { get; }

    /// <summary>The action and the body of each request.</summary>
    public ConcurrentQueue<(string Action, string Body)> Requests { get; } = new();

    public AwsEndpoint Answer(string action, string body, int status = 200)
    {
        _answers[action] = (status, body);
        return this;
    }

    public void Dispose() => _listener.Close();

    async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream);
                var body = await reader.ReadToEndAsync();
                var action = context.Request.Headers["X-Amz-Target"]?.Split('.')[^1]
                    ?? body.Split('&').First(part => part.StartsWith("Action=", StringComparison.Ordinal))["Action=".Length..];
                Requests.Enqueue((action, WebUtility.UrlDecode(body)));
                var (status, text) = _answers.GetValueOrDefault(action, (400, "<ErrorResponse><Error><Code>InvalidAction</Code><Message>no</Message></Error></ErrorResponse>"));
                context.Response.StatusCode = status;
                context.Response.ContentType = text.StartsWith('{') ? "application/x-amz-json-1.1" : "text/xml";
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text));
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
