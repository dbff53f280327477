using System.Text.Json.Nodes;
using JmaActors.Members;
using JmaActors.Web.Access;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace JmaActors.Web.Http;

/// <summary>The OpenAPI document, <c>/openapi/v1.json</c>, and the page to browse it, <c>/api</c>, which needs no network.</summary>
public static class ApiDocument
{
    const string About =
        """
        Benefits of members of 日本医師会: one ledger per member and benefit, every change kept, every change live.

        **Who asks**: `Authorization: Bearer <token>`; tokens are made under *Account* and act in one function each. A page of this site is known by its cookie.
        `401` means that nobody is known, `403` that this function may not. At a site started with `--eyes` the header `X-Jma-Eyes` says it instead:
        `operator` (default), `office:JMA`, `office:26`, `office:26-003`, `member:1000000001`, `host:26`, `door:<session>`.

        **Commands** carry a natural key. The same command again gets the first answer with `repeat: true` and changes nothing, so a request whose
        answer was lost is simply sent again. **Refusals** are problem details (RFC 9457) with a stable `reason`, and the `rule` where a rule refused;
        titles are Japanese or English by `Accept-Language`. **503** with `Retry-After` means: not now; send the same again.

        **Live**: the SignalR hub `/hubs/live`, see `docs/live-protocol.md`.
        """;

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", document =>
    {
        document.AddSchemaTransformer(Describe);
        document.AddDocumentTransformer((doc, _, _) =>
        {
            doc.Info = new OpenApiInfo { Title = "JmaActors", Version = "v1", Description = About };
            doc.Servers?.Clear();
            return Task.CompletedTask;
        });
        document.AddOperationTransformer(AddEyes);
        document.AddDocumentTransformer(static (doc, _, _) =>
        {
            doc.Components ??= new OpenApiComponents();
            doc.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            doc.Components.SecuritySchemes["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token in one function." };
            return Task.CompletedTask;
        });
    });

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapScalarApiReference(Paths.Reference, page =>
        {
            page.Title = "JmaActors API";
            page.OpenApiRoutePattern = "/openapi/{documentName}.json";

            // Everything that would leave this machine, or pretends that something could.
            page.DefaultFonts = false;
            page.Telemetry = false;
            page.ShowDeveloperTools = DeveloperToolsVisibility.Never;
            page.HideClientButton = true;
            page.DisableAgent();
            page.DisableMcp();
        }).AllowAnonymous();
    }

    static Task AddEyes(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        if (!context.ApplicationServices.GetRequiredService<WebOptions>().Eyes) return Task.CompletedTask;
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = Eyes.Header,
            In = ParameterLocation.Header,
            Description = "Whose eyes to look through; `operator` when left out.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = WebLimits.Eyes, Examples = ["office:26"] },
        });
        return Task.CompletedTask;
    }

    /// <summary>Value types are written by their own converters, which a generated schema cannot look into.</summary>
    static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(MemberId)) Text(schema, "^[1-9][0-9]{9}$", "1000000001", "A person, for life: ten digits.");
        else if (type == typeof(AssociationId)) Text(schema, "^(JMA|[0-4][0-9](-(U[0-9]{2}|[0-9]{3}))?)$", "26-003", "JMA, a prefecture, or a local or university association.");
        else if (type == typeof(ProgramId)) Text(schema, "^[A-Za-z0-9-]{3,40}$", "P26-20261123-7KQ2", "A training program.");
        else if (type == typeof(SessionId)) Text(schema, @"^[A-Za-z0-9-]{3,40}\.[1-9][0-9]?$", "P26-20261123-7KQ2.1", "One sitting of a program.");
        else if (type == typeof(CardNumber)) Text(schema, "^[0-9A-Za-z]{4,24}$", "DEMO0001", "What a card shows to a reader.");
        else if (type == typeof(RegistryNumber)) Text(schema, "^[0-9]{1,7}$", "123456", "医籍登録番号.");
        else if (type == typeof(Units)) Number(schema, JsonSchemaType.Number, 0.5, "Study units, one decimal place.");
        else if (type == typeof(CurriculumCode)) Number(schema, JsonSchemaType.Integer, 12, "Curriculum code.");
        else if (type == typeof(FiscalYear)) Number(schema, JsonSchemaType.Integer, 2026, "The year a fiscal year begins in.");
        else if (type == typeof(Yen)) Number(schema, JsonSchemaType.Integer, 3000, "Whole yen.");
        else if (type == typeof(MembershipLayers)) Layers(schema);
        return Task.CompletedTask;
    }

    static void Text(OpenApiSchema schema, string pattern, string example, string description)
    {
        schema.Type = JsonSchemaType.String;
        schema.Pattern = pattern;
        schema.Examples = [JsonValue.Create(example)];
        schema.Description = description;
    }

    static void Number(OpenApiSchema schema, JsonSchemaType type, double example, string description)
    {
        schema.Type = type;
        schema.Examples = [JsonValue.Create(example)];
        schema.Description = description;
    }

    static void Layers(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Array;
        schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["local", "prefecture", "jma"] };
    }
}
