using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Starlift.CloudTests;

/// <summary>A server in the place of AWS: it checks that requests are signed for the right service, and answers as <see cref="ScriptedAws"/> says.</summary>
sealed class AwsEndpoint : IDisposable
{
    readonly HttpListener _listener = new();
    readonly ScriptedAws _aws;

    public AwsEndpoint(ScriptedAws aws)
    {
        _aws = aws;
        Address = $"http://localhost:{FreePort().ToString(CultureInfo.InvariantCulture)}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    /// <summary>"cloudformation:DeleteStack", in their order.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>The bodies of the requests.</summary>
    public ConcurrentQueue<string> Bodies { get; } = new();

    public void Dispose() => _listener.Close();

    async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                await AnswerAsync(context);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
            {
            }
        }
    }

    async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        Bodies.Enqueue(body);
        var answer = Answer(context.Request, body);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer.Body));
        context.Response.Close();
    }

    Answer Answer(HttpListenerRequest request, string body)
    {
        if (request.Url!.AbsolutePath == "/address")
        {
            return new Answer(200, ScriptedAws.CallerAddress + "\n", "text/plain");
        }

        if (ServiceOf(request) is not { } service)
        {
            return Error("MissingAuthenticationToken", "Request is missing Authentication Token", 403);
        }

        var form = request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal) ?? false ? Form(body) : [];
        var target = request.Headers["X-Amz-Target"];
        var action = target?.Split('.')[^1] ?? form.GetValueOrDefault("Action") ?? $"{request.HttpMethod} {request.Url.PathAndQuery}";
        Calls.Enqueue($"{service}:{action}");
        lock (_aws)
        {
            return _aws.Refusal() is { } refusal ? Error(refusal.Code, refusal.Message, refusal.Status, target is not null)
                : service == "s3" ? _aws.S3(request.HttpMethod, request.Url, body)
                : target is not null ? _aws.Json(action, JsonNode.Parse(body)!.AsObject())
                : _aws.Query(action, form);
        }
    }

    public static Answer Error(string code, string message, int status = 400, bool json = false) => json
        ? new Answer(status, new JsonObject { ["__type"] = code, ["message"] = message }.ToJsonString(), "application/x-amz-json-1.1")
        : new Answer(status, $"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>{WebUtility.HtmlEncode(message)}</Message></Error><RequestId>r</RequestId></ErrorResponse>", "text/xml");

    // AWS4-HMAC-SHA256 Credential=KEY/date/region/service/aws4_request, …
    static string? ServiceOf(HttpListenerRequest request) =>
        request.Headers["Authorization"] is { } header && header.StartsWith("AWS4-HMAC-SHA256 Credential=", StringComparison.Ordinal)
            ? header.Split('/') is [_, _, "us-west-2", var service, ..] ? service : null
            : null;

    static Dictionary<string, string> Form(string body) => body.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('='))
        .ToDictionary(pair => Decoded(pair[0]), pair => Decoded(pair[1]));

    static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
