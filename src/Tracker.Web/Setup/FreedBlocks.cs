using System.Runtime.InteropServices;

namespace Tracker.Web.Setup;

/// <summary>
/// What native libraries free serves the next who asks. The C library of most Linux systems keeps freed blocks in an arena of
/// each thread: the packing of messages asks for a quarter of a megabyte each time, and 300 open pages left 30 MB lying
/// about. One arena is enough for a small machine, and costs no processor time; to give large blocks back at once cost a tenth.
/// </summary>
internal static class FreedBlocks
{
    private const int MostArenas = -8;

    private delegate int SetOption(int option, int value);

    /// <returns>False where the system's library has no such option: there is nothing to be done then.</returns>
    public static bool Share() =>
        OperatingSystem.IsLinux()
        && NativeLibrary.TryLoad("libc.so.6", out var library)
        && NativeLibrary.TryGetExport(library, "mallopt", out var set)
        && Marshal.GetDelegateForFunctionPointer<SetOption>(set)(MostArenas, 1) == 1;
}
