using System.Text.Json;
using System.Text.Json.Nodes;
using Catalog.PowerShell.Json;

namespace Catalog.PowerShell.Sessions;

/// <summary>The saved connections of a user: a JSON file in the user's configuration folder.</summary>
internal static class ProfileStore
{
    private static string FilePath => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "catalog", "profiles.json");

    public static IReadOnlyList<CatalogProfile> Read() => File.Exists(FilePath)
        ? [.. RestForm.Parse(File.ReadAllText(FilePath)).FindArray("profiles").Select(ToProfile).OfType<CatalogProfile>()]
        : [];

    public static CatalogProfile? Find(string name) => Read().FirstOrDefault(profile => string.Equals(profile.Profile, name, StringComparison.OrdinalIgnoreCase));

    public static void Save(CatalogProfile profile) => Write([.. Read().Where(other => !Same(other, profile.Profile)), profile]);

    public static bool Remove(string name)
    {
        IReadOnlyList<CatalogProfile> known = Read();
        CatalogProfile[] kept = [.. known.Where(other => !Same(other, name))];
        Write(kept);
        return kept.Length < known.Count;
    }

    private static bool Same(CatalogProfile profile, string name) => string.Equals(profile.Profile, name, StringComparison.OrdinalIgnoreCase);

    private static CatalogProfile? ToProfile(JsonElement json)
        => json.FindString("name") is { } name
            && Uri.TryCreate(json.FindString("uri"), UriKind.Absolute, out Uri? uri)
            && Enum.TryParse(json.FindString("surface"), ignoreCase: true, out CatalogSurface surface)
            ? new CatalogProfile(name, uri, surface)
            {
                Warehouse = json.FindString("warehouse"),
                Authentication = Enum.TryParse(json.FindString("authentication"), ignoreCase: true, out AuthenticationKind kind) ? kind : AuthenticationKind.Anonymous,
                AccessKey = json.FindString("accessKey"),
                ProfileName = json.FindString("profileName"),
                Region = json.FindString("region"),
                SigningName = json.FindString("signingName"),
                SecretName = json.FindString("secretName"),
                VaultName = json.FindString("vaultName"),
            }
            : null;

    private static void Write(IEnumerable<CatalogProfile> profiles)
    {
        JsonObject json = new() { ["profiles"] = new JsonArray([.. profiles.Select(ToNode)]) };
        string path = FilePath;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // Written beside and moved over: another shell that reads meanwhile sees the old list or the new one.
        string fresh = $"{path}.{Environment.ProcessId}.new";
        File.WriteAllText(fresh, json.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        File.Move(fresh, path, overwrite: true);
    }

    private static JsonObject ToNode(CatalogProfile profile)
    {
        (string Name, string? Value)[] members =
        [
            ("name", profile.Profile), ("uri", profile.Uri.ToString()), ("surface", profile.Surface.ToString()), ("warehouse", profile.Warehouse),
            ("authentication", profile.Authentication.ToString()), ("accessKey", profile.AccessKey), ("profileName", profile.ProfileName),
            ("region", profile.Region), ("signingName", profile.SigningName), ("secretName", profile.SecretName), ("vaultName", profile.VaultName),
        ];
        JsonObject json = [];
        foreach ((string name, string? value) in members.Where(member => member.Value is not null))
        {
            json[name] = value;
        }

        return json;
    }
}
