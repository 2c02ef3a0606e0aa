using Starlift.Server.Wire;
using Starlift.Sql;

namespace Starlift.Server.Sessions;

/// <summary>
/// Which transactions use a table, and which has it for itself by LOCK (Amazon Redshift: "LOCK"): who locks a table waits for the end of those that have read it or written to it, and who
/// wants to read it or to write to it waits for the end of the one that has locked it. Users of a table do not wait for each other: readers see what is committed, and the later
/// writer's changes conflict. Thread-safe.
/// </summary>
sealed class TableLocks
{
    readonly Lock _gate = new();

    // Whether a transaction has the table for itself, by table.
    readonly Dictionary<TableName, Dictionary<object, bool>> _holders = [];
    readonly Dictionary<object, (TableName Table, bool IsAlone)> _waiting = [];
    TaskCompletionSource _changed = New();

    /// <summary>Waits until no other transaction uses the table or has locked it, and locks it.</summary>
    /// <param name="transaction">Whose; <see cref="Release"/> ends all of its.</param>
    /// <param name="table">With its schema.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ServerError">Each waits for the other.</exception>
    public Task LockAsync(object transaction, TableName table, CancellationToken cancellationToken) => TakeAsync(transaction, table, isAlone: true, cancellationToken);

    /// <summary>Waits until no other transaction has locked the table, and notes that this one uses it. Is done at once where none has.</summary>
    /// <inheritdoc cref="LockAsync"/>
    public Task UseAsync(object transaction, TableName table, CancellationToken cancellationToken) => TakeAsync(transaction, table, isAlone: false, cancellationToken);

    /// <summary>The transaction is over. To be called as often as one likes.</summary>
    public void Release(object transaction)
    {
        lock (_gate)
        {
            foreach (var (table, holders) in _holders.ToList())
            {
                if (holders.Remove(transaction) && holders.Count == 0)
                {
                    _holders.Remove(table);
                }
            }

            _changed.SetResult();
            _changed = New();
        }
    }

    async Task TakeAsync(object transaction, TableName table, bool isAlone, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                _waiting.Remove(transaction);
                if (!InTheWay(transaction, table, isAlone).Any())
                {
                    Note(transaction, table, isAlone);
                    return;
                }

                _waiting[transaction] = (table, isAlone);
                if (WaitsForItself(transaction))
                {
                    _waiting.Remove(transaction);
                    throw new ServerError("40P01", "deadlock detected");
                }

                changed = _changed.Task;
            }

            try
            {
                await changed.WaitAsync(cancellationToken);
            }
            catch
            {
                lock (_gate)
                {
                    _waiting.Remove(transaction);
                }

                throw;
            }
        }
    }

    void Note(object transaction, TableName table, bool isAlone)
    {
        if (!_holders.TryGetValue(table, out var holders))
        {
            _holders[table] = holders = [];
        }

        holders[transaction] = isAlone || holders.GetValueOrDefault(transaction);
    }

    IEnumerable<object> InTheWay(object transaction, TableName table, bool isAlone) =>
        (_holders.GetValueOrDefault(table) ?? []).Where(holder => holder.Key != transaction && (isAlone || holder.Value)).Select(holder => holder.Key);

    bool WaitsForItself(object transaction)
    {
        var (seen, left) = (new HashSet<object>(), new Stack<object>([transaction]));
        while (left.TryPop(out var one))
        {
            foreach (var other in _waiting.TryGetValue(one, out var wanted) ? InTheWay(one, wanted.Table, wanted.IsAlone) : [])
            {
                if (other == transaction)
                {
                    return true;
                }

                if (seen.Add(other))
                {
                    left.Push(other);
                }
            }
        }

        return false;
    }

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
