using System.Text.Json;
using Catalog.PowerShell.Json;

namespace Catalog.PowerShell.Commits;

/// <summary>Takes updates, one or many, as objects, hashtables or JSON text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TableUpdateTransformationAttribute : RestFormTransformationAttribute
{
    private protected override object Convert(object input) => RestForm.ReadMany(input).Select(CommitParts.ToUpdate).ToArray();
}
