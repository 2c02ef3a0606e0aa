namespace Starlift.RedshiftStandIn;

/// <summary>The connection ends here, without a word.</summary>
sealed class DroppedException : Exception;
