using FsCheck;
using FsCheck.Fluent;

namespace Catalog.Core.Tests;

public enum StepKind
{
    CreateNamespace,
    DropNamespace,
    CreateTable,
    DropTable,
    Rename,
    Commit,
}

public sealed record Step(StepKind Kind, int Ns, int Name, int To);

public static class Steps
{
    public static Arbitrary<Step[]> Many() => Arb.From(
        from count in Gen.Choose(10, 60)
        from steps in Gen.ArrayOf(One(), count)
        select steps);

    private static Gen<Step> One() =>
        from kind in Gen.Elements(StepKind.CreateNamespace, StepKind.CreateTable, StepKind.CreateTable, StepKind.Commit, StepKind.Commit, StepKind.Rename, StepKind.DropTable, StepKind.DropNamespace)
        from ns in Gen.Choose(0, 3)
        from name in Gen.Choose(0, 3)
        from to in Gen.Choose(0, 3)
        select new Step(kind, ns, name, to);
}
