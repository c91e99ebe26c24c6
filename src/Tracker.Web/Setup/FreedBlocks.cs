using System.Runtime.InteropServices;

namespace Tracker.Web.Setup;

/// <summary>
/// What native libraries free goes back to the machine at once. The C library of most Linux systems learns from each large
/// block that was freed to keep the next one for itself, in an arena of each thread: the packing of messages asks for a quarter
/// of a megabyte each time, and 300 open pages left 30 MB lying about. To name a limit is to end the learning.
/// </summary>
internal static class FreedBlocks
{
    private const int TrimThreshold = -1;
    private const int Bytes = 128 * 1024;

    private delegate int SetOption(int option, int value);

    /// <returns>False where the system's library has no such option: there is nothing to be done then.</returns>
    public static bool GiveBack() =>
        OperatingSystem.IsLinux()
        && NativeLibrary.TryLoad("libc.so.6", out var library)
        && NativeLibrary.TryGetExport(library, "mallopt", out var set)
        && Marshal.GetDelegateForFunctionPointer<SetOption>(set)(TrimThreshold, Bytes) == 1;
}
