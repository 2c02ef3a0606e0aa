using Starlift.Errors;

namespace Starlift.Runs;

/// <summary>A load met as many bad records as its COPY does not allow, or records that can't be accounted for.</summary>
public sealed class RejectsException(Problem problem) : StarliftException(ExitCode.Rejects, problem);
