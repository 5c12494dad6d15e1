using Catalog.PowerShell.Json;

namespace Catalog.PowerShell.Commits;

/// <summary>Takes the changes of a transaction, one table or many, as objects, hashtables or JSON text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TableChangeTransformationAttribute : RestFormTransformationAttribute
{
    private protected override object Convert(object input) => RestForm.ReadMany(input).SelectMany(CommitParts.ToChanges).ToArray();
}
