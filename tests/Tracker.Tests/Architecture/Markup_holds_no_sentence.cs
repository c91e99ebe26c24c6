using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Tracker.Tests.Architecture;

/// <summary>
/// Words live in resources. What a component writes as it stands is read from the compiled program: literal markup,
/// literal text, and literal attributes that are read aloud.
/// </summary>
public sealed partial class Markup_holds_no_sentence
{
    private const byte LoadString = 0x72;
    private const byte Call = 0x28;
    private const byte CallVirtual = 0x6F;

    private static readonly HashSet<string> Spoken = new(StringComparer.Ordinal)
    {
        "aria-label",
        "title",
        "alt",
        "placeholder",
        "Label",
        "Text",
        "Help",
        "Title",
        "Heading",
        "Legend",
        "Save",
        "Error",
    };

    [Fact]
    public void In_any_component_of_the_program()
    {
        var components = Components(typeof(Web.Routes).Assembly);

        Assert.True(components.Count > 30, $"Only {components.Count} components were found.");
        Assert.Equal([], components.SelectMany(c => Sentences(c).Select(s => $"{c.Name}: {s}")));
    }

    [Fact]
    public void A_planted_sentence_is_found() =>
        Assert.Equal(
            ["Bonjour", "Fermer", "Menu principal"],
            Sentences(typeof(Planted)).Order(StringComparer.Ordinal)
        );

    private static List<Type> Components(Assembly assembly) =>
        [
            .. assembly
                .GetTypes()
                .Where(t => typeof(IComponent).IsAssignableFrom(t) && !t.IsAbstract),
        ];

    private static IEnumerable<string> Sentences(Type component) =>
        Bodies(component)
            .SelectMany(Literals)
            .Select(t => t.Trim())
            .Where(t => Letters().IsMatch(t));

    /// <summary>The component's own methods and those of the closures the compiler made for its fragments.</summary>
    private static IEnumerable<MethodInfo> Bodies(Type component) =>
        component
            .GetNestedTypes(BindingFlags.NonPublic | BindingFlags.Public)
            .Append(component)
            .SelectMany(t =>
                t.GetMethods(
                    BindingFlags.Instance
                        | BindingFlags.Static
                        | BindingFlags.Public
                        | BindingFlags.NonPublic
                        | BindingFlags.DeclaredOnly
                )
            );

    private static IEnumerable<string> Literals(MethodInfo method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at + 10 <= code.Length; at++)
        {
            if (code[at] != LoadString || StringAt(method, code, at) is not { } text)
            {
                continue;
            }
            // A component's parameter passes through a type check on its way.
            var next = CalledAt(method, code, at + 5) == "TypeCheck" ? at + 10 : at + 5;
            var spoken = CalledAt(method, code, next) switch
            {
                "AddMarkupContent" => Tags().Replace(text, " "),
                "AddContent" => text,
                "AddAttribute"
                or "AddComponentParameter"
                    when Spoken.Contains(StringAt(method, code, at - 5) ?? "") => text,
                _ => null,
            };
            if (spoken is not null)
            {
                yield return spoken;
            }
        }
    }

    private static string? StringAt(MethodInfo method, byte[] code, int at)
    {
        if (at < 0 || at + 5 > code.Length || code[at] != LoadString)
        {
            return null;
        }
        var token = BitConverter.ToInt32(code, at + 1);
        return token >> 24 == 0x70 ? Resolve(() => method.Module.ResolveString(token)) : null;
    }

    private static string? CalledAt(MethodInfo method, byte[] code, int at)
    {
        if (at + 5 > code.Length || code[at] is not (Call or CallVirtual))
        {
            return null;
        }
        var token = BitConverter.ToInt32(code, at + 1);
        return Resolve(() =>
            method
                .Module.ResolveMethod(token, method.DeclaringType!.GetGenericArguments(), [])
                ?.Name
        );
    }

    /// <summary>Bytes that only look like an instruction resolve to nothing.</summary>
    private static string? Resolve(Func<string?> find)
    {
        try
        {
            return find();
        }
        catch (Exception nothing)
            when (nothing is ArgumentException or BadImageFormatException or MissingMemberException)
        {
            return null;
        }
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Letters();

    private sealed class Planted : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.AddMarkupContent(0, "<p class=\"q\">Bonjour</p>");
            builder.OpenElement(1, "nav");
            builder.AddAttribute(2, "aria-label", "Menu principal");
            builder.AddAttribute(3, "class", "not spoken");
            builder.AddContent(4, "Fermer");
            builder.CloseElement();
        }
    }
}
