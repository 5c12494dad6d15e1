namespace Catalog.Storage.Tests;

public sealed class FileStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-store-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Create_NewFile_MakesItsFolders()
    {
        FileLocation file = At("a/b/c.json");
        FileStore.Create(file, "hello"u8);

        FileStore.Read(file, 100).ShouldBe("hello"u8.ToArray());
        FileStore.Exists(file).ShouldBeTrue();
    }

    [Fact]
    public void Create_ExistingFile_IsRefusedAndUntouched()
    {
        FileLocation file = At("x");
        FileStore.Create(file, "first"u8);

        Should.Throw<IOException>(() => FileStore.Create(file, "second"u8));
        FileStore.Read(file, 100).ShouldBe("first"u8.ToArray());
    }

    [Fact]
    public void Read_MissingOrLarge_SaysSo()
    {
        FileStore.Read(At("none"), 10).ShouldBeNull();
        FileStore.Read(At("no/folder"), 10).ShouldBeNull();
        FileStore.OpenRead(At("none")).ShouldBeNull();
        FileStore.Create(At("large"), new byte[11]);
        Should.Throw<FileTooLargeException>(() => FileStore.Read(At("large"), 10));
    }

    [Fact]
    public void Restore_TornFile_IsWholeAgain()
    {
        FileLocation file = At("deep/t.json");
        FileStore.Restore(file, "whole"u8);
        foreach (byte[] torn in (byte[][])[[0, 0], [.. "whole and more"u8], []])
        {
            File.WriteAllBytes(file.Path, torn);
            FileStore.Restore(file, "whole"u8);
            FileStore.Read(file, 10).ShouldBe("whole"u8.ToArray());
        }

        FileStore.Read(file, 10).ShouldBe("whole"u8.ToArray());
        Directory.GetFiles(Path.GetDirectoryName(file.Path)!).ShouldHaveSingleItem();
    }

    [Fact]
    public void Delete_MissingFileOrFolder_IsFine()
    {
        FileStore.Delete(At("none"));
        FileStore.Delete(At("no/folder"));
    }

    [Fact]
    public void List_WithALinkToAnotherFolder_StaysInside()
    {
        FileStore.Create(At("in/a"), "1"u8);
        FileStore.Create(At("in/deep/b"), "1"u8);
        FileStore.Create(At("out/c"), "1"u8);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "in", "link"), Path.Combine(_folder, "out"));

        FileStore.List(At("in")).Select(static file => Path.GetFileName(file.Location.Path)).Order().ShouldBe(["a", "b"]);
        FileStore.ListFolder(At("in")).Select(static file => Path.GetFileName(file.Location.Path)).ShouldBe(["a"]);
        FileStore.List(At("none")).ShouldBeEmpty();
    }

    [Fact]
    public void RemoveEmptyFolders_WithAStrangersFile_KeepsItAndThoseAbove()
    {
        FileStore.CreateFolder(At("t/data/p=1"));
        FileStore.Create(At("t/metadata/notes.txt"), "mine"u8);
        FileStore.RemoveEmptyFolders(At("t"));

        Directory.Exists(At("t/data").Path).ShouldBeFalse();
        FileStore.Exists(At("t/metadata/notes.txt")).ShouldBeTrue();
    }

    [Fact]
    public void Resolve_ThroughLinks_SaysWhereItLeads()
    {
        FileStore.CreateFolder(At("real/x"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "link"), "real");
        string root = FileStore.Resolve(FileLocation.OfPath(_folder)).Path;

        FileStore.Resolve(At("link/x/new")).Path.ShouldBe($"{root}/real/x/new");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "loop"), "loop");
        Should.Throw<IOException>(() => FileStore.Resolve(At("loop/x")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void Sync_FewOrMany_ReturnsAlsoWhenSomeAreGone(int count)
    {
        FileLocation[] files = [.. Enumerable.Range(0, count).Select(i => At($"s/{i}/f"))];
        foreach (FileLocation file in files)
        {
            FileStore.Create(file, "x"u8);
        }

        DurableFiles.Sync([.. files, At("gone")]);
    }

    private FileLocation At(string path) => FileLocation.OfPath(Path.Combine(_folder, path));
}
