namespace Tracker.Web.Verification;

/// <summary>The words of the verifiers' queue.</summary>
public sealed class VerificationText;
