using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Evidence;
using Tracker.Core.Progress;
using Tracker.Core.Recommendations;
using Tracker.Core.Verification;
using Tracker.Core.Words;
using Tracker.Core.Workshops;
using Tracker.Web.Text;
using Xunit;

namespace Tracker.Tests.Text;

public sealed class Every_code_has_words
{
    public static TheoryData<string> Keys =>
        [
            .. Of<ImplementationStatus>(),
            .. Of<Acceptance>(),
            .. Of<Flags>().Skip(1),
            .. Of<RecommendationKind>(),
            .. Of<LeadStanding>(),
            .. Of<Publication>(),
            .. Of<Role>(),
            .. Of<Language>(),
            .. Of<Fault>(),
            .. Of<Refusal>(),
            .. Of<EventType>(),
            .. Of<UpdateKind>(),
            .. Of<Frequency>(),
            .. Of<EvidenceKind>(),
            .. Of<EvidenceVisibility>(),
            .. Of<ClosureOutcome>(),
            .. Of<VerificationResult>(),
        ];

    [Theory, MemberData(nameof(Keys))]
    public void In_both_languages(string key)
    {
        Assert.NotEqual(key, Words.WordFor(key, Language.Fr));
        Assert.NotEqual(key, Words.WordFor(key, Language.En));
    }

    private static IEnumerable<string> Of<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Words.KeyOf);
}
