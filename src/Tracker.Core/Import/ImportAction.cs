namespace Tracker.Core.Import;

/// <summary>What an import does with a record of a file.</summary>
public enum ImportAction
{
    Create,
    CreateWithWarning,
    Update,
    Unchanged,
    HeldBack,
    Skip,
}
