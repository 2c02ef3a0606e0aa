using ICSharpCode.SharpZipLib;
using Starlift.Errors;
using ZstdSharp;

namespace Starlift.Objects;

/// <summary>What went wrong with the bytes of an object, told to its reader.</summary>
static class ReadFailure
{
    /// <summary>Null where the exception is not about the object's bytes.</summary>
    /// <param name="exception">What a stream threw.</param>
    /// <param name="uri">Of the object.</param>
    public static StarliftException? Of(Exception exception, string uri) => exception switch
    {
        InvalidDataException or EndOfStreamException or SharpZipBaseException or ZstdException => new StarliftException(
            ExitCode.RunFailed,
            new Problem($"{uri} can't be decompressed: {exception.Message}", Hint: "state the compression that the objects have in the COPY"),
            exception),
        IOException => new StarliftException(ExitCode.Access, new Problem($"can't read {uri}: {exception.Message}", Hint: "run again"), exception),
        _ => null,
    };
}
