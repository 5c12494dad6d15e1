using Catalog.PowerShell.Json;

namespace Catalog.PowerShell.Commits;

/// <summary>Takes requirements, one or many, as objects, hashtables or JSON text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TableRequirementTransformationAttribute : RestFormTransformationAttribute
{
    private protected override object Convert(object input) => RestForm.ReadMany(input).Select(CommitParts.ToRequirement).ToArray();
}
