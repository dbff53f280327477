using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JmaActors.Tests.Browser;

/// <summary>An application from the hospital's page to the public list: each on a page of their own, seeing the others' steps without loading anew.</summary>
[Collection("screen")]
public sealed class EvaluationTests(Site site)
{
    const string Place = "WB-EVAL";

    static readonly byte[] Pdf = System.Text.Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    [Fact]
    public async Task Hospital_centre_surveyors_and_prefecture_go_through_an_application_each_on_their_own_page()
    {
        await site.Api.Send($"/api/v1/workplaces/{Place}", new { key = "1", name = "評価見本病院", association = "26-001" }, HttpMethod.Put);
        var hospital = await site.OpenAs($"workplace:{Place}", "/evaluations");
        await hospital.GetByText("B水準", new() { Exact = true }).ClickAsync();
        await hospital.GetByRole(AriaRole.Button, new() { Name = "申請の準備を始める" }).ClickAsync();
        await Expect(hospital.Locator("[data-evaluation-stage='Drafting']")).ToBeVisibleAsync();
        var id = new Uri(hospital.Url).AbsolutePath.Split('/')[^1];

        await hospital.GetByRole(AriaRole.Button, new() { Name = "計画を記録する" }).ClickAsync();
        await hospital.Locator("[data-item='01'] button").First.ClickAsync();
        await hospital.Locator("#f-01").SetInputFilesAsync(new FilePayload { Name = "a.pdf", MimeType = "application/pdf", Buffer = Pdf });
        await Expect(hospital.Locator("[data-item='01'] .chip.ok")).ToBeVisibleAsync();
        await hospital.Locator("#w-01").FillAsync("36協定を掲示しています");
        await hospital.Locator("[data-item='01'] button.go").ClickAsync();
        await Expect(hospital.Locator("[data-item='01']")).ToContainTextAsync("資料1");
        await Rest(id);
        await Expect(hospital.Locator("[data-missing]")).ToHaveCountAsync(0);
        await hospital.GetByRole(AriaRole.Button, new() { Name = "評価センターへ申請する" }).ClickAsync();
        await Expect(hospital.Locator("[data-evaluation-waits='Centre']")).ToBeVisibleAsync();

        var centre = await site.OpenAs("office:JMA", $"/evaluations/{id}");
        foreach (var (kind, who) in new[] { ("Doctor", "browserdoctor"), ("Labour", "browserlabour") })
        {
            await centre.Locator("#s-kind").SelectOptionAsync(kind);
            await centre.Locator("#s-who").FillAsync(who);
            await centre.GetByRole(AriaRole.Button, new() { Name = "割り当てる" }).ClickAsync();
            await Expect(centre.Locator($"[data-surveyor='{kind}']")).ToContainTextAsync(who);
        }

        // A surveyor begins at home with what waits, and judges on the page; the rest over HTTP.
        var surveyor = await site.OpenAs("surveyor:JMA@browserdoctor", "/");
        await surveyor.Locator($"section[aria-labelledby='h-mine'] tr[data-evaluation='{id}'] a.name").ClickAsync();
        await surveyor.Locator("[data-item='01'] button").First.ClickAsync();
        await surveyor.Locator("[data-item='01'] button.go").ClickAsync();
        await Expect(surveyor.Locator("[data-judged]")).ToContainTextAsync("評価済み 1 / 18");
        await Review(id, "browserdoctor", "doctor");
        await Review(id, "browserlabour", "labour");
        await Expect(surveyor.Locator("[data-evaluation-stage='Reviewed']")).ToBeVisibleAsync();

        await centre.GetByRole(AriaRole.Button, new() { Name = "結果を医療機関と都道府県へ通知する" }).ClickAsync();
        await Expect(hospital.Locator("[data-result]")).ToBeVisibleAsync();
        await hospital.GetByRole(AriaRole.Button, new() { Name = "申請を記録する" }).ClickAsync();
        var prefecture = await site.OpenAs("office:26", "/evaluations?waits=prefecture");
        await prefecture.Locator($"tr[data-evaluation='{id}'] a.name").ClickAsync();
        await prefecture.GetByRole(AriaRole.Button, new() { Name = "指定する", Exact = true }).ClickAsync();
        await prefecture.GetByRole(AriaRole.Button, new() { Name = "公表する", Exact = true }).ClickAsync();
        await Expect(hospital.Locator("[data-evaluation-stage='Published']")).ToBeVisibleAsync();
        var everybody = await site.OpenStatic("/designations?level=B");
        await Expect(everybody.Locator($"[data-designated='{Place}']")).ToContainTextAsync("評価見本病院");
        await everybody.Context.CloseAsync();
    }

    /// <summary>What is left of sheet and self-evaluation.</summary>
    async Task Rest(string id)
    {
        var view = await site.Api.Get($"/api/v1/evaluations/{id}");
        var sha256 = view.GetProperty("items")[0].GetProperty("documents")[0].GetString();
        await site.Api.Send($"/api/v1/evaluations/{id}/sheet", new { key = "sheet", fields = view.GetProperty("fields").EnumerateArray().ToDictionary(f => f.GetProperty("field").GetString()!, _ => "記入") }, HttpMethod.Put);
        foreach (var item in view.GetProperty("items").EnumerateArray().Skip(1).Select(i => i.GetProperty("item").GetString()))
            await site.Api.Send($"/api/v1/evaluations/{id}/items/{item}", new { key = $"i{item}", verdict = "met", documents = new[] { sha256 } }, HttpMethod.Put);
    }

    async Task Review(string id, string who, string name)
    {
        var eyes = $"surveyor:JMA@{who}";
        foreach (var item in (await site.Api.Get($"/api/v1/evaluations/{id}", eyes)).GetProperty("items").EnumerateArray().Where(i => i.GetProperty(name).ValueKind == JsonValueKind.Null).Select(i => i.GetProperty("item").GetString()).ToList())
            await site.Api.SendAs(eyes, $"/api/v1/evaluations/{id}/verdicts/{item}", new { key = $"{name}{item}", verdict = "met" }, HttpMethod.Put);
        await site.Api.SendAs(eyes, $"/api/v1/evaluations/{id}/finish", new { key = $"{name}-done" });
    }
}
