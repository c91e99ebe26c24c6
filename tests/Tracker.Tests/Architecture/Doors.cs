using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Access;
using Tracker.Data.Access;
using Tracker.Data.Storage;

namespace Tracker.Tests.Architecture;

/// <summary>What holds at the door to the data. Each rule answers with the breaches it finds.</summary>
internal static class Doors
{
    /// <summary>Makes an actor from an account id: there is none yet to hand over.</summary>
    private static readonly string[] BeforeThereIsAnActor =
    [
        $"{nameof(AccountActors)}.{nameof(AccountActors.FindAsync)}",
    ];

    public static IEnumerable<Type> Rooms(IEnumerable<Type> types) =>
        types.Where(t =>
            t is { IsClass: true, IsAbstract: false }
            && (
                t.Name.EndsWith("Queries", StringComparison.Ordinal)
                || t.Name.EndsWith("Commands", StringComparison.Ordinal)
                || t == typeof(AccountActors)
            )
        );

    public static IEnumerable<MethodInfo> Methods(Type room) =>
        room.GetMethods(
                BindingFlags.Public
                    | BindingFlags.Instance
                    | BindingFlags.Static
                    | BindingFlags.DeclaredOnly
            )
            .Where(m => !m.IsSpecialName);

    public static IEnumerable<string> WithoutActorFirst(IEnumerable<Type> types) =>
        Rooms(types)
            .SelectMany(Methods)
            .Where(m => m.GetParameters().FirstOrDefault()?.ParameterType != typeof(Actor))
            .Select(NameOf)
            .Except(BeforeThereIsAnActor);

    /// <summary>Public methods and properties that hand out a stored row, however deeply wrapped.</summary>
    public static IEnumerable<string> LettingEntitiesOut(
        IEnumerable<Type> types,
        ISet<Type> entities
    ) =>
        Rooms(types)
            .SelectMany(Methods)
            .Where(m => Reaches(m.ReturnType, entities, []))
            .Select(NameOf);

    /// <summary>Commands that hold or are handed those of another feature: a shared rule moves down into Core.</summary>
    public static IEnumerable<string> CommandsUsingCommands(IEnumerable<Type> types)
    {
        const BindingFlags All =
            BindingFlags.Instance
            | BindingFlags.Static
            | BindingFlags.Public
            | BindingFlags.NonPublic;
        return types
            .Where(IsCommands)
            .Where(t =>
                t.GetConstructors(All)
                    .SelectMany(c => c.GetParameters())
                    .Select(p => p.ParameterType)
                    .Concat(t.GetFields(All).Select(f => f.FieldType))
                    .Any(used => used != t && IsCommands(used))
            )
            .Select(t => t.Name);
    }

    public static IEnumerable<string> VisibleContexts(IEnumerable<Type> types) =>
        types
            .Where(t => typeof(DbContext).IsAssignableFrom(t) && (t.IsPublic || t.IsNestedPublic))
            .Select(t => t.Name);

    /// <summary>Stored rows that whoever references Data could make or read. Account is the exception.</summary>
    public static IEnumerable<string> VisibleEntities(IEnumerable<Type> entities) =>
        entities
            .Where(t => (t.IsPublic || t.IsNestedPublic) && t != typeof(Account))
            .Select(t => t.Name);

    public static bool IsCommands(Type type) =>
        type.Name.EndsWith("Commands", StringComparison.Ordinal);

    private static bool Reaches(Type type, ISet<Type> entities, HashSet<Type> seen)
    {
        if (!seen.Add(type))
        {
            return false;
        }
        if (entities.Contains(type))
        {
            return true;
        }
        var parts = type.GetGenericArguments().Append(type.GetElementType()).OfType<Type>();
        if (type.Assembly.GetName().Name!.StartsWith("Tracker", StringComparison.Ordinal))
        {
            parts = parts.Concat(type.GetProperties().Select(p => p.PropertyType));
        }
        return parts.Any(part => Reaches(part, entities, seen));
    }

    private static string NameOf(MethodInfo method) =>
        $"{method.DeclaringType!.Name}.{method.Name}";
}
