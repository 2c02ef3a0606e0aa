using Starlift.Errors;

namespace Starlift.Objects;

/// <summary>What went wrong with the bytes of an object, told to its reader.</summary>
static class ReadFailure
{
    /// <summary>Null where the exception is not about the object's bytes.</summary>
    /// <param name="exception">What a stream threw.</param>
    /// <param name="uri">Of the object.</param>
    public static StarliftException? Of(Exception exception, string uri) => exception switch
    {
        CompressedDataException damage => new StarliftException(
            ExitCode.RunFailed, new Problem($"{uri} can't be decompressed: {damage.Message}", Hint: damage.Hint), exception),
        IOException => new StarliftException(ExitCode.Access, new Problem($"can't read {uri}: {exception.Message}", Hint: "run again"), exception),
        _ => null,
    };
}
