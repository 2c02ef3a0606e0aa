namespace Starlift.CloudTests;

/// <summary>What the endpoint answers.</summary>
sealed record Answer(int Status, string Body, string ContentType = "text/xml");
