using System.Security.Cryptography;
using Tracker.Core;
using Tracker.Core.Evidence;

namespace Tracker.Data.Evidence;

/// <summary>Where the files of evidence lie, and how much of them there may be.</summary>
/// <param name="Folder">Absolute; beside the database, never under what the program serves. Made where it is missing.</param>
public sealed record EvidencePlace(string Folder, EvidenceLimits Limits);

/// <summary>
/// Bytes under random names: first in <c>incoming</c>, then in a folder of their two first letters. A name is made here
/// and nowhere else; nothing that a person typed is ever part of a path.
/// </summary>
internal sealed class EvidenceFolder(EvidencePlace place)
{
    private const int NameLength = 40;

    /// <summary>The database beside it must still be able to write when the last file has come.</summary>
    private const long LeftForOthers = 64L * EvidenceLimits.Megabyte;

    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnFolder = OwnFile | UnixFileMode.UserExecute;

    public EvidenceLimits Limits => place.Limits;

    private string Incoming => Path.Combine(place.Folder, "incoming");

    public static string NewName() =>
        RandomNumberGenerator.GetHexString(NameLength, lowercase: true);

    /// <summary>
    /// Writes the stream to disk while it counts and hashes it. Whatever ends it before its end, nothing stays.
    /// </summary>
    /// <param name="most">Bytes; one more is too large.</param>
    /// <exception cref="OperationCanceledException">The caller gave up; nothing stays either.</exception>
    public async Task<TakenIn> TakeInAsync(
        string name,
        Stream content,
        long most,
        CancellationToken cancellation
    )
    {
        var whole = false;
        try
        {
            if (IsFull(0))
            {
                return Bytes.Failed(Fault.DiskFull);
            }
            await using var file = New(PartOf(name));
            var taken = await Bytes.CopyAsync(content, file, most, cancellation);
            if (taken.Fault is null)
            {
                file.Flush(flushToDisk: true);
                whole = true;
            }
            return taken;
        }
        catch (IOException problem)
        {
            whole = false;
            return Bytes.Failed(Bytes.IsDiskFull(problem) ? Fault.DiskFull : Fault.FileCut);
        }
        finally
        {
            if (!whole)
            {
                Discard(name);
            }
        }
    }

    /// <summary>An empty file that parts are added to.</summary>
    /// <returns>Null, or why there is no room.</returns>
    public FieldFault? Begin(string name, long size)
    {
        try
        {
            if (!IsFull(size))
            {
                New(PartOf(name)).Dispose();
                return null;
            }
        }
        catch (IOException problem) when (Bytes.IsDiskFull(problem))
        {
            // Said below.
        }
        return new FieldFault(ContentFault.Field, Fault.DiskFull);
    }

    /// <summary>
    /// Adds a part at its place. A part that does not come whole is as if it had not come: what is behind the place is
    /// cut off again.
    /// </summary>
    /// <returns>The bytes added, on disk; null where another part is being written.</returns>
    public async Task<TakenIn?> AppendAsync(
        string name,
        long offset,
        Stream content,
        long most,
        CancellationToken cancellation
    )
    {
        FileStream file;
        try
        {
            file = new FileStream(
                PartOf(name),
                new FileStreamOptions
                {
                    Mode = FileMode.Open,
                    Access = FileAccess.Write,
                    Share = FileShare.None,
                    Options = FileOptions.Asynchronous,
                }
            );
        }
        catch (FileNotFoundException)
        {
            return Bytes.Failed(Fault.FileCut);
        }
        catch (IOException)
        {
            return null;
        }
        await using (file)
        {
            var whole = false;
            try
            {
                file.SetLength(offset);
                file.Position = offset;
                var taken = await Bytes.CopyAsync(content, file, most, cancellation);
                if (taken.Fault is null)
                {
                    file.Flush(flushToDisk: true);
                    whole = true;
                }
                return taken;
            }
            catch (IOException problem)
            {
                return Bytes.Failed(Bytes.IsDiskFull(problem) ? Fault.DiskFull : Fault.FileCut);
            }
            finally
            {
                if (!whole)
                {
                    file.SetLength(offset);
                }
            }
        }
    }

    /// <summary>From here on a row may name it. Harmless where it was kept before.</summary>
    public void Keep(string name)
    {
        var (part, kept) = (PartOf(name), KeptAs(name));
        if (!File.Exists(part))
        {
            return;
        }
        MakeFolder(Path.GetDirectoryName(kept)!);
        try
        {
            File.Move(part, kept, overwrite: false);
        }
        catch (FileNotFoundException)
        {
            // The same form, sent twice at once, kept it a moment before.
            return;
        }
        // The bytes are on disk since they came; this brings down the new name.
        using var file = new FileStream(kept, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        file.Flush(flushToDisk: true);
    }

    /// <summary>The bytes, wherever they lie; null where there are none.</summary>
    public FileStream? Open(string name)
    {
        // Kept between the first look and the second, it is found at the third.
        foreach (var path in new[] { KeptAs(name), PartOf(name), KeptAs(name) })
        {
            try
            {
                return new FileStream(
                    path,
                    new FileStreamOptions
                    {
                        Mode = FileMode.Open,
                        Access = FileAccess.Read,
                        Share = FileShare.Read | FileShare.Delete,
                        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                    }
                );
            }
            catch (Exception gone)
                when (gone is FileNotFoundException or DirectoryNotFoundException)
            {
                // The next place, or none.
            }
        }
        return null;
    }

    public void Discard(string name)
    {
        foreach (var path in new[] { PartOf(name), KeptAs(name) })
        {
            try
            {
                File.Delete(path);
            }
            catch (IOException)
            {
                // Gone with its folder, or held for a moment: the next sweep comes by.
            }
        }
    }

    /// <summary>Names of files that were last written before an instant (UTC).</summary>
    public IEnumerable<string> OlderThan(DateTime instant) =>
        !Directory.Exists(place.Folder)
            ? []
            : Directory
                .EnumerateFiles(place.Folder, "*", SearchOption.AllDirectories)
                .Where(file => File.GetLastWriteTimeUtc(file) < instant)
                .Select(file => Path.GetFileName(file))
                .Where(IsName);

    private string PartOf(string name) => Path.Combine(Incoming, Checked(name));

    private string KeptAs(string name) => Path.Combine(place.Folder, Checked(name)[..2], name);

    private static string Checked(string name) =>
        IsName(name) ? name : throw new ArgumentException("Not a name made here.", nameof(name));

    private static bool IsName(string name) =>
        name.Length == NameLength && name.All(char.IsAsciiHexDigitLower);

    private FileStream New(string path)
    {
        MakeFolder(Incoming);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnFile;
        }
        return new FileStream(path, options);
    }

    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnFolder);
        }
    }

    private bool IsFull(long size)
    {
        MakeFolder(Incoming);
        try
        {
            return new DriveInfo(place.Folder).AvailableFreeSpace < size + LeftForOthers;
        }
        catch (ArgumentException)
        {
            // A folder of another machine, of which nothing can be told beforehand.
            return false;
        }
    }
}
