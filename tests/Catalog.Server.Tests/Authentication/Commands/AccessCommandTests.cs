using System.Text.Json;
using Catalog.Server.CommandLine;
using Catalog.Server.Commands;

namespace Catalog.Server.Tests.Authentication.Commands;

public sealed class AccessCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-verbs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task OrganisationsAndKeys_WholeLife_IsShownWithoutSecrets()
    {
        JsonElement made = (await RunAsync("organisations create acme --tier professional"))[0];
        (made.GetProperty("tier").GetString(), made.GetProperty("warehouse").GetString()).ShouldBe(("Professional", "acme"));
        (await RunAsync("organizations create second --tier None --warehouse acme"))[0].GetProperty("warehouse").GetString().ShouldBe("acme");
        (await RunAsync("organisations set-tier acme --tier Enterprise"))[0].GetProperty("requestsToday").ValueKind.ShouldBe(JsonValueKind.Null);
        (await RunAsync("organisations list")).Length.ShouldBe(2);

        JsonElement key = (await RunAsync("keys create --organisation acme --rights read --name reports --expires-in-days 7"))[0];
        key.GetProperty("key").GetString()!.ShouldStartWith("flx_");
        key.GetProperty("rights").GetString().ShouldBe("read");
        await RunAsync("keys create --organization second");
        JsonElement[] listed = await RunAsync("keys list --organisation acme");
        listed.Length.ShouldBe(1);
        listed[0].TryGetProperty("key", out _).ShouldBeFalse();
        (await RunAsync($"keys revoke {key.GetProperty("id")}"))[0].GetProperty("revokedAt").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Fact]
    public async Task AccessKeys_WholeLife_IsShownWithoutSecrets()
    {
        JsonElement key = (await RunAsync("access-keys create --policy administrator"))[0];
        key.GetProperty("secretKey").GetString()!.Length.ShouldBe(40);
        string name = key.GetProperty("accessKey").GetString()!;
        (await RunAsync($"access-keys set-policy {name} --policy read-only"))[0].GetProperty("policy").GetString()!.ShouldContain("s3tables:Get*");
        (await RunAsync("access-keys list"))[0].TryGetProperty("secretKey", out _).ShouldBeFalse();
        await RunAsync($"access-keys revoke {name}");
        (await FailAsync($"access-keys set-policy {name} --policy administrator")).Code.ShouldBe(ExitCode.Usage);
    }

    [Theory]
    [InlineData("keys", "command")]
    [InlineData("keys fly", "none of")]
    [InlineData("keys create", "--organisation")]
    [InlineData("keys create --organisation absent", "does not exist")]
    [InlineData("keys create --organisation absent --right read", "--right")]
    [InlineData("keys create --organisation absent --rights all", "neither")]
    [InlineData("keys create --organisation", "lacks its value")]
    [InlineData("keys create --organisation a --organisation b", "twice")]
    [InlineData("keys create --organisation a --expires-in-days soon", "number of days")]
    [InlineData("keys revoke", "id")]
    [InlineData("keys revoke 99", "99")]
    [InlineData("keys list everything", "everything")]
    [InlineData("organisations create acme", "--tier")]
    [InlineData("organisations create acme --tier Gold", "Gold")]
    [InlineData("organisations create", "name")]
    [InlineData("organisations set-tier absent --tier None", "does not exist")]
    [InlineData("access-keys create", "--policy")]
    [InlineData("access-keys create --policy ./absent.json", "absent.json")]
    [InlineData("access-keys revoke NOSUCHKEY", "NOSUCHKEY")]
    [InlineData("keys list --Limits:BodyBytes many", "Limits:BodyBytes")]
    public async Task Run_WrongCommand_SaysWhatIsWrongAndMakesNothing(string command, string mentioned)
    {
        (int code, string errors) = await FailAsync(command);
        code.ShouldBe(ExitCode.Usage);
        errors.ShouldContain(mentioned);
        (await RunAsync("keys list")).ShouldBeEmpty();
        (await RunAsync("access-keys list")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_PolicyThatIsNotUnderstood_SaysWhere()
    {
        string file = Path.Combine(_folder, "policy.json");
        await File.WriteAllTextAsync(file, """{"Statement":[{"Effect":"Allow","Action":"s3tables:Fly","Resource":"*"}]}""");
        (int code, string errors) = await FailAsync($"access-keys create --policy {file}");
        code.ShouldBe(ExitCode.Failed);
        errors.ShouldContain("s3tables:Fly");
    }

    private async Task<JsonElement[]> RunAsync(string command)
    {
        (int code, string output, string errors) = await StartAsync(command);
        code.ShouldBe(0, errors);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private async Task<(int Code, string Errors)> FailAsync(string command)
    {
        (int code, string output, string errors) = await StartAsync(command);
        output.ShouldBeEmpty();
        return (code, errors);
    }

    private async Task<(int Code, string Output, string Errors)> StartAsync(string command)
    {
        string[] words = command.Split(' ');
        using StringWriter output = new(), errors = new();

        // The folder first: the last option may be one that lacks its value.
        int code = await AccessCommands.RunAsync(words[0], [$"--Data:Path={Path.Combine(_folder, "data")}", .. words[1..]], output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
