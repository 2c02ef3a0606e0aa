namespace Starlift.CloudTests;

/// <summary>What the endpoint answers.</summary>
sealed record Answer(int Status, byte[] Bytes, string ContentType = "text/xml")
{
    public Answer(int status, string body, string contentType = "text/xml")
        : this(status, System.Text.Encoding.UTF8.GetBytes(body), contentType)
    {
    }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
