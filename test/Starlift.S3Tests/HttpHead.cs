using System.Text;

namespace Starlift.S3Tests;

/// <summary>The first line and the header lines of a message.</summary>
sealed record HttpHead(IReadOnlyList<string> Lines)
{
    public string FirstLine => Lines[0];

    public bool IsGet => FirstLine.StartsWith("GET ", StringComparison.Ordinal);

    public string? this[string header] => Lines
        .Where(line => line.StartsWith($"{header}:", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(header.Length + 1)..].Trim())
        .FirstOrDefault();

    /// <summary>With another value for the header, which is added where it is missing; null takes it away.</summary>
    public HttpHead With(string header, string? value)
    {
        var others = Lines.Where(line => !line.StartsWith($"{header}:", StringComparison.OrdinalIgnoreCase));
        return new HttpHead(value is null ? [.. others] : [.. others, $"{header}: {value}"]);
    }

    public byte[] ToBytes() => Encoding.Latin1.GetBytes(string.Join("\r\n", Lines) + "\r\n\r\n");
}
