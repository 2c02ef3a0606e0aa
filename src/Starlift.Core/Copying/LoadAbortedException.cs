namespace Starlift.Copying;

/// <summary>Tells a reader's caller that the load has failed on its data; the input's result says why. Never shown to a user.</summary>
public sealed class LoadAbortedException() : Exception("the load was given up");
