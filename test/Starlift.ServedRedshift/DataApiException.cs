namespace Starlift.ServedRedshift;

/// <summary>What the Data API answers in the place of what was asked for.</summary>
public sealed class DataApiException(string code, string message) : Exception(message)
{
    public string Code => code;
}
