namespace Starlift.OpenLineage;

/// <summary>A run of a job.</summary>
/// <param name="Job">The job's name.</param>
/// <param name="Type">RUN, LOAD or MODEL.</param>
/// <param name="Id">The run's own.</param>
/// <param name="Parent">The run that it is a part of; null where there is none.</param>
/// <param name="Root">The run that started them all; null where there is none.</param>
sealed record JobRun(string Job, string Type, Guid Id, ParentRun? Parent, ParentRun? Root);
