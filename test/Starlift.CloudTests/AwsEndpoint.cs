using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Starlift.CloudTests;

/// <summary>A server in the place of AWS: it refuses signatures that AWS refuses, keeps every call, and answers as <see cref="ScriptedAws"/> says.</summary>
sealed class AwsEndpoint : IDisposable
{
    readonly HttpListener _listener = new();

    public AwsEndpoint(ScriptedAws aws)
    {
        Aws = aws;
        Address = $"http://localhost:{FreePort().ToString(CultureInfo.InvariantCulture)}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    /// <summary>Who answers.</summary>
    public ScriptedAws Aws { get; set; }

    /// <summary>Every signed request, in their order.</summary>
    public ConcurrentQueue<CapturedCall> Captured { get; } = new();

    /// <summary>"cloudformation:DeleteStack", in their order.</summary>
    public IEnumerable<string> Calls => Captured.Select(call => call.ToString());

    /// <summary>The bodies of the requests.</summary>
    public ConcurrentQueue<string> Bodies { get; } = new();

    public void Dispose() => _listener.Close();

    async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                _ = AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
            {
            }
        }
    }

    async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            using var content = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(content);
            var answer = Answer(context.Request, content.ToArray());
            if (context.Request.Headers["X-Amz-Target"] is { } target && target.EndsWith($".{Aws.LostAnswers.Action}", StringComparison.Ordinal) && Aws.LostAnswers.Count > 0)
            {
                Aws.LostAnswers = Aws.LostAnswers with { Count = Aws.LostAnswers.Count - (Aws.LosesEveryAnswer ? 0 : 1) };
                // An answer that begins and breaks off.
                context.Response.ContentLength64 = answer.Bytes.Length + 1;
                await context.Response.OutputStream.WriteAsync(answer.Bytes.AsMemory(0, answer.Bytes.Length / 2));
                await context.Response.OutputStream.FlushAsync();
                context.Response.Abort();
                return;
            }

            context.Response.StatusCode = answer.Status;
            context.Response.ContentType = answer.ContentType;
            foreach (var (name, value) in answer.Headers)
            {
                context.Response.AddHeader(name, value);
            }

            context.Response.ContentLength64 = answer.Bytes.Length;
            if (context.Request.HttpMethod != "HEAD")
            {
                await context.Response.OutputStream.WriteAsync(answer.Bytes);
            }

            context.Response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
        {
            // Who asked is gone.
        }
    }

    Answer Answer(HttpListenerRequest request, byte[] content)
    {
        if (request.Url!.AbsolutePath == "/address")
        {
            return new Answer(200, ScriptedAws.CallerAddress + "\n", "text/plain");
        }

        if (ScopeOf(request) is not var (region, service))
        {
            return Error("MissingAuthenticationToken", "Request is missing Authentication Token", 403);
        }

        var body = Encoding.UTF8.GetString(content);
        Bodies.Enqueue(body);
        var isForm = request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal) ?? false;
        var form = isForm && service != "s3" ? Form(body) : [];
        var target = request.Headers["X-Amz-Target"];
        var action = target?.Split('.')[^1] ?? form.GetValueOrDefault("Action") ?? $"{request.HttpMethod} {request.Url.PathAndQuery}";
        var json = target is null ? null : JsonNode.Parse(body)!.AsObject();
        Captured.Enqueue(new CapturedCall(service, region, action, request.HttpMethod, request.Url, form, json, target, request.ContentType));
        lock (Aws)
        {
            return Aws.Refusal() is { } refusal ? Error(refusal.Code, refusal.Message, refusal.Status, target is not null)
                : service == "s3" ? Aws.S3.Answer(request, content, region)
                : region != Aws.SigningRegionOf(service) ? Error(
                    target is null ? "SignatureDoesNotMatch" : "InvalidSignatureException", "Credential should be scoped to a valid region. ", 403, target is not null)
                : json is not null ? Aws.Json(service, action, json)
                : Aws.Query(action, form);
        }
    }

    public static Answer Error(string code, string message, int status = 400, bool json = false) => json
        ? new Answer(status, new JsonObject { ["__type"] = code, ["message"] = message }.ToJsonString(), "application/x-amz-json-1.1")
        : new Answer(status, $"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>{WebUtility.HtmlEncode(message)}</Message></Error><RequestId>r</RequestId></ErrorResponse>", "text/xml");

    // AWS4-HMAC-SHA256 Credential=KEY/date/region/service/aws4_request, …
    static (string Region, string Service)? ScopeOf(HttpListenerRequest request) =>
        request.Headers["Authorization"] is { } header && header.StartsWith("AWS4-HMAC-SHA256 Credential=", StringComparison.Ordinal)
            && header.Split('/') is [_, _, var region, var service, ..] ? (region, service) : null;

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
