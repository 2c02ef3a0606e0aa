namespace Starlift.S3Tests;

/// <summary>What can go wrong between a client and S3.</summary>
public enum Fault
{
    /// <summary>503 SlowDown instead of an answer.</summary>
    SlowDown,

    /// <summary>500 InternalError instead of an answer.</summary>
    InternalError,

    /// <summary>The connection is reset instead of an answer.</summary>
    Reset,

    /// <summary>No answer, and the connection stays open.</summary>
    Stall,

    /// <summary>Half of the body, then the connection is reset.</summary>
    CutBody,

    /// <summary>Half of the body, then nothing, and the connection stays open.</summary>
    StalledBody,

    /// <summary>One byte of the body at a time, too slowly to be of use.</summary>
    Drip,

    /// <summary>The body of the object with another ETag.</summary>
    WrongETag,

    /// <summary>301 and the region <see cref="FaultyExchange.OtherRegion"/>: the one fault that the client has to put right itself.</summary>
    WrongRegion,
}
