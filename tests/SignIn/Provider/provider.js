// An organisation's own sign-in for the tests: oidc-provider as it is, whoever is asked for signed in at once, and, when told to, one that answers wrongly.
import { createServer } from "node:http";
import * as jose from "jose";
import Provider from "oidc-provider";

const [port, redirect] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const { privateKey } = await jose.generateKeyPair("RS256", { extractable: true });
const { privateKey: otherKey } = await jose.generateKeyPair("RS256", { extractable: true });
const jwk = { ...await jose.exportJWK(privateKey), use: "sig", alg: "RS256", kid: "test" };
const told = { mode: "ok", account: "anybody", groups: "", email: "" };

const provider = new Provider(issuer, {
  jwks: { keys: [jwk] },
  clients: [{ client_id: "jma", client_secret: "a secret of the tests", redirect_uris: redirect.split(","), response_types: ["code"], grant_types: ["authorization_code"], token_endpoint_auth_method: "client_secret_post" }],
  cookies: { keys: ["a key of the tests"] },
  conformIdTokenClaims: false,
  claims: { openid: ["sub", "name", "email", "email_verified", "groups"] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/login/${interaction.uid}` },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, name: `Name of ${id}`, email: told.email || `${id}@elsewhere.example`, email_verified: true, groups: told.groups.split(",").filter(Boolean) }) }),
  loadExistingGrant: async ctx => {
    const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope("openid profile email");
    await grant.save();
    return grant;
  },
});

const wrong = {
  "wrong-issuer": c => ({ ...c, iss: "http://another.example" }),
  "wrong-audience": c => ({ ...c, aud: "another-client" }),
  expired: c => ({ ...c, iat: c.iat - 7200, exp: c.iat - 3600 }),
  "wrong-nonce": c => ({ ...c, nonce: "another" }),
  "no-nonce": ({ nonce: _, ...c }) => c,
  "other-key": c => c,
};

provider.use(async (ctx, next) => {
  if (ctx.path === "/tell") {
    Object.assign(told, Object.fromEntries(new URLSearchParams(ctx.querystring)));
    ctx.body = "told";
    return;
  }
  await next();
  if (ctx.path !== "/token" || !ctx.body?.id_token || !wrong[told.mode]) return;
  const claims = wrong[told.mode](jose.decodeJwt(ctx.body.id_token));
  const key = told.mode === "other-key" ? otherKey : privateKey;
  ctx.body = { ...ctx.body, id_token: await new jose.SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "test" }).sign(key) };
});

const answer = provider.callback();
createServer(async (request, response) => {
  if (!request.url.startsWith("/login/")) return answer(request, response);
  try {
    await provider.interactionFinished(request, response, { login: { accountId: told.account } }, { mergeWithLastSubmission: false });
  } catch (fault) {
    response.writeHead(400).end(String(fault));
  }
}).listen(Number(port), "127.0.0.1", () => console.log("ready"));
