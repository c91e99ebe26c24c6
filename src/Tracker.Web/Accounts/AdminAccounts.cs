using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Data.Access;
using Tracker.Data.Lists;

namespace Tracker.Web.Accounts;

/// <summary>Makes the first administrator, who can make the others. Called from the command line only, so it speaks English.</summary>
internal sealed class AdminAccounts(
    UserManager<Account> users,
    AccountActors actors,
    ListQueries lists
)
{
    private const int LongestName = 300;

    /// <summary>
    /// The account, with its role given by the program itself and kept in the history. Nothing is left behind where one
    /// of the steps is refused.
    /// </summary>
    /// <returns>What is wrong, one sentence each; none where the account stands.</returns>
    public async Task<IReadOnlyList<string>> CreateAsync(
        string email,
        string name,
        string organisation,
        string password,
        CancellationToken cancellation = default
    )
    {
        var faults = await FaultsAsync(email, name, organisation, cancellation);
        if (faults.Count > 0)
        {
            return faults;
        }
        var account = new Account
        {
            Email = email,
            UserName = email,
            EmailConfirmed = true,
            DisplayName = name,
        };
        var made = await users.CreateAsync(account, password);
        if (!made.Succeeded)
        {
            return [.. made.Errors.Select(e => e.Description)];
        }
        var given = await actors.GiveRoleAsync(
            Actor.Worker,
            account.Id,
            organisation,
            Role.Admin,
            cancellation
        );
        if (given is Outcome.Done)
        {
            return [];
        }
        await users.DeleteAsync(account);
        return [$"The role was not given: {given}."];
    }

    private async Task<List<string>> FaultsAsync(
        string email,
        string name,
        string organisation,
        CancellationToken cancellation
    )
    {
        var faults = new List<string>();
        if (!MailAddress.TryCreate(email, out var address) || address.Address != email)
        {
            faults.Add($"'{email}' is no address such as name@example.org.");
        }
        else if (await users.FindByEmailAsync(email) is not null)
        {
            faults.Add($"There is an account with the address {email} already.");
        }
        if (name.Trim().Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            faults.Add($"A name has 1 to {LongestName} characters.");
        }
        var known = await lists.AllAsync(Actor.Worker, cancellation);
        if (!known.Organisations.Any(o => o.Code == organisation))
        {
            faults.Add($"'{organisation}' is the code of no organisation, such as PRIM or OIM-ML.");
        }
        return faults;
    }
}
