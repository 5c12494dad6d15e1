using System.Text.Json;
using Catalog.Storage;
using Catalog.Core.Access;

namespace Catalog.Server.Bootstrap;

/// <summary>
/// <c>&lt;data&gt;/bootstrap.json</c>, readable by its owner only. It is durable before any of its credentials is known to the
/// database, so that a start killed midway finds them again.
/// </summary>
internal sealed class BootstrapFile(string dataPath)
{
    public string Path { get; } = System.IO.Path.Combine(dataPath, "bootstrap.json");

    /// <summary>What the file holds; null when there is none, or it is not one of ours.</summary>
    public Credentials? Read()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Path), BootstrapJson.Default.Credentials);
        }
        catch (Exception e) when (e is FileNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// Writes the file unless another start was faster, and returns what it holds now. The file appears whole or not at all.
    /// </summary>
    public Credentials Write(Credentials credentials)
    {
        if (File.Exists(Path) && Read() is null)
        {
            // Nothing of ours writes in place: somebody edited it. It is kept, under another name.
            File.Move(Path, $"{Path}.unreadable", overwrite: true);
        }

        using MemoryStream text = new();
        JsonSerializer.Serialize(text, credentials, BootstrapJson.Default.Credentials);
        text.Write("\n"u8);
        return SecretFile.TryCreate(Path, text.ToArray()) ? credentials : Read() ?? throw new IOException($"{Path} cannot be read.");
    }
}
