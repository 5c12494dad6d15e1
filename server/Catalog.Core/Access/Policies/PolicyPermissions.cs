namespace Catalog.Core.Access.Policies;

/// <summary>
/// The rights that a policy document gives: a statement that denies wins over any that allows, and what no statement
/// allows is denied.
/// </summary>
public sealed class PolicyPermissions : Permissions
{
    internal const string ResourcePrefix = "arn:aws:s3tables:::";
    private const string BucketPrefix = ResourcePrefix + "bucket/";
    private readonly IReadOnlyList<PolicyStatement> _statements;

    private PolicyPermissions(IReadOnlyList<PolicyStatement> statements)
    {
        _statements = statements;
        DependsOnTableId = statements.Any(static statement => statement.Resources.Any(NamesOneTable));
    }

    /// <inheritdoc/>
    public override bool DependsOnNames => true;

    /// <inheritdoc/>
    public override bool DependsOnTableId { get; }

    /// <summary>Reads a policy document in IAM's form.</summary>
    /// <exception cref="InvalidPolicyException">It holds anything that would not be understood.</exception>
    public static PolicyPermissions Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new PolicyPermissions(PolicyReader.Read(json));
    }

    /// <inheritdoc/>
    public override bool Allows(CatalogAction action, in AccessTarget target)
    {
        string resource = ResourceOf(action, target);
        bool allowed = false;
        foreach (PolicyStatement statement in _statements)
        {
            // Once allowed, only a statement that denies can still change the answer.
            if ((statement.IsDeny || !allowed) && statement.Names(action) && statement.Names(resource) && statement.HoldsFor(target))
            {
                if (statement.IsDeny)
                {
                    return false;
                }

                allowed = true;
            }
        }

        return allowed;
    }

    /// <inheritdoc/>
    public override bool MightAllow(CatalogAction action, in AccessTarget target)
    {
        string resource = ResourceOf(action, target);
        bool allowed = false;
        foreach (PolicyStatement statement in _statements)
        {
            // A pattern that names single tables may name the one to come.
            if (statement.Names(action) && (statement.Names(resource) || (!statement.IsDeny && action.IsOnTable() && statement.NamesWithin(resource))))
            {
                if (statement.IsDeny && statement.HoldsWhatever(target))
                {
                    return false;
                }

                allowed |= !statement.IsDeny && statement.MayHoldFor(target);
            }
        }

        return allowed;
    }

    /// <inheritdoc/>
    public override bool CanSee(string warehouse)
    {
        AccessTarget target = new(warehouse);
        foreach (CatalogAction action in Enum.GetValues<CatalogAction>())
        {
            if (MightAllow(action, target))
            {
                return true;
            }
        }

        return false;
    }

    private static string ResourceOf(CatalogAction action, in AccessTarget target)
    {
        string warehouse = target.Warehouse ?? "*";
        return action.IsOnTable()
            ? $"{BucketPrefix}{warehouse}/table/{target.TableId?.ToString() ?? "*"}"
            : $"{BucketPrefix}{warehouse}";
    }

    // A pattern that ends in a star right after the warehouse, or after /table/, is the same for all tables.
    private static bool NamesOneTable(string pattern)
    {
        ReadOnlySpan<char> warehouse = pattern.StartsWith(BucketPrefix, StringComparison.Ordinal) ? pattern.AsSpan(BucketPrefix.Length) : default;
        warehouse = warehouse.EndsWith("/table/*") ? warehouse[..^8] : warehouse.EndsWith("*") ? warehouse[..^1].TrimEnd('/') : warehouse;
        return warehouse.ContainsAny('*', '?', '/');
    }
}
