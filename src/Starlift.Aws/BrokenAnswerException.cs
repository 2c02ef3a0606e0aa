namespace Starlift.Aws;

/// <summary>A server answers what S3 never does. Never shown to a user as it is: its catcher names object and server.</summary>
/// <param name="message">Goes on after the server's name.</param>
/// <param name="mayPass">Another answer may be better.</param>
sealed class BrokenAnswerException(string message, bool mayPass = false) : IOException(message)
{
    public bool MayPass => mayPass;
}
