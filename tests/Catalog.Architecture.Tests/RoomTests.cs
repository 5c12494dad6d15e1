using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;
using Type = System.Type;

namespace Catalog.Architecture.Tests;

/// <summary>The doors between the rooms, as docs/architecture.md draws them.</summary>
public sealed class RoomTests
{
    private static readonly Assembly Iceberg = Room("Catalog.Iceberg");
    private static readonly Assembly Persistence = Room("Catalog.Persistence");
    private static readonly Assembly Storage = Room("Catalog.Storage");
    private static readonly Assembly Core = Room("Catalog.Core");
    private static readonly Assembly Server = Room("Catalog.Server");
    private static readonly Assembly Sdk = Room("Catalog.Sdk");
    private static readonly Assembly Module = Room("Catalog.PowerShell");
    private static readonly Assembly Loader = Room("Catalog.PowerShell.Loader");

    private static readonly ArchUnitNET.Domain.Architecture All = new ArchLoader()
        .LoadAssemblies(Iceberg, Persistence, Storage, Core, Server, Sdk, Module, Loader)
        .Build();

    public static TheoryData<string, string[]> Doors => new()
    {
        { "Catalog.Iceberg", [] },
        { "Catalog.Persistence", [] },
        { "Catalog.Storage", [] },
        { "Catalog.Core", ["Catalog.Iceberg", "Catalog.Persistence", "Catalog.Storage"] },
        { "Catalog.Server", ["Catalog.Core", "Catalog.Iceberg", "Catalog.Persistence", "Catalog.Storage"] },
        { "Catalog.Sdk", [] },
        { "Catalog.PowerShell", ["Catalog.Sdk", "Catalog.PowerShell.Loader"] },
        { "Catalog.PowerShell.Loader", [] },
    };

    [Theory]
    [MemberData(nameof(Doors))]
    public void Room_ReferencesOnlyWhereADoorIs(string room, string[] doors) =>
        Room(room).GetReferencedAssemblies().Select(static name => name.Name!).Where(static name => name.StartsWith("Catalog.", StringComparison.Ordinal))
            .Except(doors).ShouldBeEmpty();

    [Theory]
    [InlineData("Catalog.Iceberg", "Catalog.Core|Catalog.Persistence|Catalog.Storage|Catalog.Server|Catalog.Sdk")]
    [InlineData("Catalog.Persistence", "Catalog.Core|Catalog.Iceberg|Catalog.Storage|Catalog.Server|Catalog.Sdk")]
    [InlineData("Catalog.Storage", "Catalog.Core|Catalog.Iceberg|Catalog.Persistence|Catalog.Server|Catalog.Sdk")]
    [InlineData("Catalog.Core", "Catalog.Server|Catalog.Sdk|Catalog.PowerShell")]
    [InlineData("Catalog.Server", "Catalog.Sdk|Catalog.PowerShell")]
    [InlineData("Catalog.Sdk", "Catalog.Core|Catalog.Iceberg|Catalog.Persistence|Catalog.Storage|Catalog.Server|Catalog.PowerShell")]
    [InlineData("Catalog.PowerShell", "Catalog.Core|Catalog.Iceberg|Catalog.Persistence|Catalog.Storage|Catalog.Server")]
    public void Room_UsesNoTypeBehindAClosedDoor(string room, string closed)
    {
        foreach (string other in closed.Split('|'))
        {
            IArchRule rule = Types().That().ResideInAssembly(Room(room)).Should().NotDependOnAny(Types().That().ResideInAssembly(Room(other)));
            rule.Check(All);
        }
    }

    [Fact]
    public void Iceberg_IsPure_ItTouchesNoFilesNoNetworkNoDatabase() =>
        Types().That().ResideInAssembly(Iceberg).Should()
            .NotDependOnAnyTypesThat().HaveFullNameMatching(@"^System\.(IO\.(File|Directory|Path|FileStream|FileInfo)|Net\..*|Data\..*)$").Check(All);

    [Fact]
    public void Core_KnowsNothingOfHttp() =>
        References(Core).ShouldNotContain(static name =>
            name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) && !name.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal));

    [Fact]
    public void Server_SpeaksNoSql_TheRowsDo() =>
        Types().That().ResideInAssembly(Server).Should().NotDependOnAnyTypesThat().HaveFullNameMatching(@"^Microsoft\.Data\.Sqlite\..*").Check(All);

    [Fact]
    public void Errors_AreOneSealedFamily()
    {
        Type family = Core.GetType("Catalog.Core.CatalogException")!;
        Core.GetTypes().Where(family.IsAssignableFrom).Where(type => type != family).ShouldAllBe(static type => type.IsSealed && type.IsPublic);
        Server.GetTypes().Where(family.IsAssignableFrom).ShouldBeEmpty();
    }

    [Fact]
    public void Classes_OfTheServer_AreSealedOrMadeToInherit() =>
        ((Assembly[])[Iceberg, Persistence, Storage, Core, Server]).SelectMany(static room => room.GetTypes())
            .Where(static type => type is { IsClass: true, IsSealed: false, IsAbstract: false, Name: not "Program" } && !IsGenerated(type))
            .Where(static type => !HasChild(type) && !HasVirtual(type))
            .Select(static type => type.FullName)
            .ShouldBeEmpty();

    private static bool HasChild(Type type) => type.Assembly.GetTypes().Any(other => other.BaseType == type);

    private static bool HasVirtual(Type type) =>
        type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Any(static method => method is { IsVirtual: true, IsFinal: false } && method.GetBaseDefinition() == method);

    private static bool IsGenerated(Type type) =>
        type.Name.Contains('<') || type.DeclaringType?.Name.Contains('<') == true || type.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is not null;

    private static IEnumerable<string> References(Assembly room) => room.GetReferencedAssemblies().Select(static name => name.Name!);

    private static Assembly Room(string name) => Assembly.Load(name);
}
