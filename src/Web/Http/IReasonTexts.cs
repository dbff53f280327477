using System.Globalization;
using JmaActors.Resources;
using Microsoft.Extensions.Localization;

namespace JmaActors.Web.Http;

/// <summary>Words for reason codes.</summary>
public interface IReasonTexts
{
    /// <summary>A short text for people in their language; the code itself where no text is known.</summary>
    string Title(string reason, CultureInfo language);
}

/// <summary>Words from the resources <see cref="Reasons"/>, key <c>Reason.&lt;code&gt;</c>.</summary>
public sealed class ReasonTexts(IStringLocalizer<Reasons> texts) : IReasonTexts
{
    public string Title(string reason, CultureInfo language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = language;
        try
        {
            var text = texts[$"Reason.{reason}"];
            return text.ResourceNotFound ? reason : text.Value;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
