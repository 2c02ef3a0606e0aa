namespace Starlift.Warehouses;

/// <summary>What a session is opened for.</summary>
public enum WarehouseAccess
{
    /// <summary>Reading and writing.</summary>
    Write,

    /// <summary>
    /// Reading only: no statement changes anything that is kept, whatever its text is, for the warehouse itself refuses it. Needs no right
    /// to write; nothing is made where nothing is.
    /// </summary>
    Read,
}
