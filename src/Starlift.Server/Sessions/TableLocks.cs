using Starlift.Server.Wire;
using Starlift.Sql;

namespace Starlift.Server.Sessions;

/// <summary>
/// Which transactions write to a table, and which has it for itself by LOCK (Amazon Redshift: "LOCK"): who locks a table waits for the end of those that have written to it, and who
/// writes to it for the end of the one that has locked it. Writers do not wait for each other: the later one's changes conflict. Thread-safe.
/// </summary>
sealed class TableLocks
{
    readonly Lock _gate = new();
    readonly Dictionary<TableName, HashSet<object>> _writers = [];
    readonly Dictionary<TableName, object> _owners = [];
    readonly Dictionary<object, TableName> _waiting = [];
    TaskCompletionSource _changed = New();

    /// <summary>Waits until no other transaction writes to the table or has locked it, and locks it.</summary>
    /// <param name="transaction">Whose; <see cref="Release"/> ends all of its.</param>
    /// <param name="table">With its schema.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ServerError">Each waits for the other.</exception>
    public Task LockAsync(object transaction, TableName table, CancellationToken cancellationToken) => TakeAsync(transaction, table, isOwner: true, cancellationToken);

    /// <summary>Waits until no other transaction has locked the table, and notes that this one writes to it.</summary>
    /// <inheritdoc cref="LockAsync"/>
    public Task WriteAsync(object transaction, TableName table, CancellationToken cancellationToken) => TakeAsync(transaction, table, isOwner: false, cancellationToken);

    /// <summary>The transaction is over. To be called as often as one likes.</summary>
    public void Release(object transaction)
    {
        lock (_gate)
        {
            foreach (var table in _owners.Where(each => each.Value == transaction).Select(each => each.Key).ToList())
            {
                _owners.Remove(table);
            }

            foreach (var (table, writers) in _writers.ToList())
            {
                if (writers.Remove(transaction) && writers.Count == 0)
                {
                    _writers.Remove(table);
                }
            }

            _changed.SetResult();
            _changed = New();
        }
    }

    async Task TakeAsync(object transaction, TableName table, bool isOwner, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                _waiting.Remove(transaction);
                if (!InTheWay(transaction, table, isOwner).Any())
                {
                    Note(transaction, table, isOwner);
                    return;
                }

                _waiting[transaction] = table;
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

    void Note(object transaction, TableName table, bool isOwner)
    {
        if (isOwner)
        {
            _owners[table] = transaction;
        }
        else if (_writers.TryGetValue(table, out var writers))
        {
            writers.Add(transaction);
        }
        else
        {
            _writers[table] = [transaction];
        }
    }

    IEnumerable<object> InTheWay(object transaction, TableName table, bool isOwner)
    {
        var owner = _owners.TryGetValue(table, out var found) ? [found] : Array.Empty<object>();
        return owner.Concat(isOwner ? _writers.GetValueOrDefault(table) ?? [] : []).Where(other => other != transaction);
    }

    bool WaitsForItself(object transaction)
    {
        var (seen, left) = (new HashSet<object>(), new Stack<object>([transaction]));
        while (left.TryPop(out var one))
        {
            // who waits for a lock may wait for writers, which is more than needed and at worst told as a deadlock too early
            foreach (var other in _waiting.TryGetValue(one, out var table) ? InTheWay(one, table, isOwner: true) : [])
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
