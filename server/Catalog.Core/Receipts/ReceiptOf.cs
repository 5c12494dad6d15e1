namespace Catalog.Core;

/// <summary>What the receipt of a commit is rendered from.</summary>
internal enum ReceiptOf
{
    /// <summary>No receipt is made here.</summary>
    None,

    /// <summary>The table's new version.</summary>
    Table,

    /// <summary>Nothing: the call answers no table.</summary>
    Nothing,
}
