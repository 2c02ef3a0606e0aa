namespace Starlift.Secrets;

/// <summary>A password or key. It is shown as ***, whatever prints it, and compared by what it hides.</summary>
public sealed record Secret
{
    readonly string _value;

    public Secret(string value) => _value = value;

    /// <summary>What is hidden, for the one place that has to send it.</summary>
    public string Reveal() => _value;

    public override string ToString() => "***";
}
