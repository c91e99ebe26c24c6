using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Tracker.Core.Access;
using Tracker.Data.Access;
using Tracker.Web.Setup;

namespace Tracker.Web.Accounts;

/// <summary>
/// The accounts of a trial, at <c>demo.example</c>: one a role, and one focal point for each lead of the Kayes workshop.
/// They exist where demonstration is enabled, and are refused where it is not.
/// </summary>
public sealed class DemonstrationAccounts(
    UserManager<Account> users,
    AccountActors actors,
    TrackerSettings settings
)
{
    private static readonly string[] KayesLeads =
    [
        "ANPE",
        "CIGEM",
        "CR-KAY",
        "CS-PONAM",
        "CTC",
        "DGIA",
        "DGME",
        "MEF",
        "MEFP",
        "MMEIA",
        "MSDS",
        "OIM-ML",
    ];

    /// <summary>In the order in which the sign-in page offers them.</summary>
    public static IReadOnlyList<DemonstrationAccount> All { get; } =
    [
        new("coordinator", Role.IomCoordinator, "OIM-ML"),
        new("admin", Role.Admin, "PRIM"),
        new("donor", Role.DonorViewer, "FFU"),
        new("analyst", Role.Analyst, "INSTAT"),
        .. KayesLeads.Select(code => new DemonstrationAccount(Local(code), Role.FocalPoint, code)),
    ];

    /// <summary>Makes what is missing; every start gives them the password of the settings.</summary>
    /// <returns>The password, which is new at each start where none was set.</returns>
    public async Task<string> PrepareAsync()
    {
        var password =
            settings.DemoPassword ?? RandomNumberGenerator.GetHexString(16, lowercase: true);
        string? hash = null;
        foreach (var demonstration in All)
        {
            var account =
                await users.FindByEmailAsync(demonstration.Email)
                ?? await CreateAsync(demonstration);
            hash ??= await HashAsync(account, password);
            if (account.PasswordHash != hash)
            {
                account.PasswordHash = hash;
                Expect(await users.UpdateSecurityStampAsync(account));
            }
            await GiveRoleAsync(account, demonstration);
        }
        return password;
    }

    /// <summary>Hashing is slow on purpose. These accounts share one password, so they share its hash: one a start.</summary>
    private async Task<string> HashAsync(Account account, string password)
    {
        if (await users.CheckPasswordAsync(account, password))
        {
            return account.PasswordHash!;
        }
        foreach (var rule in users.PasswordValidators)
        {
            Expect(await rule.ValidateAsync(users, account, password));
        }
        return users.PasswordHasher.HashPassword(account, password);
    }

    /// <summary>Asked before it is given: every write waits for the disk.</summary>
    private async Task GiveRoleAsync(Account account, DemonstrationAccount demonstration)
    {
        var held = await actors.FindAsync(account.Id);
        if (
            held?.Role != demonstration.Role
            || !held.Organisations.Contains(demonstration.Organisation)
        )
        {
            await actors.GiveRoleAsync(
                Actor.Worker,
                account.Id,
                demonstration.Organisation,
                demonstration.Role
            );
        }
    }

    private async Task<Account> CreateAsync(DemonstrationAccount demonstration)
    {
        var account = new Account
        {
            Email = demonstration.Email,
            UserName = demonstration.Email,
            EmailConfirmed = true,
            IsDemonstration = true,
            DisplayName = demonstration.Name,
        };
        Expect(await users.CreateAsync(account));
        return account;
    }

    private static void Expect(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new SettingsException(
                "Tracker:Demo:Password",
                string.Join(' ', result.Errors.Select(e => e.Description))
            );
        }
    }

    private static string Local(string code) =>
#pragma warning disable CA1308 // an address, not a comparison
        code.ToLowerInvariant();
#pragma warning restore CA1308
}

/// <param name="Local">What stands before the @.</param>
public sealed record DemonstrationAccount(string Local, Role Role, string Organisation)
{
    public string Email => $"{Local}@demo.example";

    /// <summary>A function, never a person's name.</summary>
    public string Name =>
        Role == Role.FocalPoint
            ? $"Point focal {Organisation}"
            : Local switch
            {
                "coordinator" => "Coordination OIM",
                "admin" => "Administration",
                "donor" => "Bailleur FFU",
                _ => "Analyse INSTAT",
            };
}
