namespace Tracker.Core.Access;

/// <summary>What people do here, in the words of the field. Every write names one; the history keeps it.</summary>
public enum Deed
{
    LoadDomainPack,
    LoadDemonstration,
    CreateWorkshop,
    CorrectWorkshop,
    EnterRecommendation,
    CorrectRecommendation,
    PublishRecommendation,
    ArchiveRecommendation,
    AssignOwner,
    SetDueDate,
    ChangeStatus,
    AnswerRecommendation,
    PostUpdate,
    PostContribution,
    SetMilestone,
    AttachEvidence,
    WriteComment,
    KeepLists,
    Undo,
    GiveRole,
    RecordAsFound,
    ImportFile,
    UndoImport,
    LinkRecommendations,
    SaveView,
    MakeShareLink,
    RevokeShareLink,
    KeepSettings,
}
