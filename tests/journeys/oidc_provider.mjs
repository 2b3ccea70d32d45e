// The real `oidc-provider` from npm on a loopback port, for the journey of signing in there.
//
// usage: node oidc_provider.mjs PORT RETURN_ADDRESS
//
// Two clients: `caicach` with a secret and RS256, `caicach-es` without one and ES256. Whoever signs
// in as NAME is the subject NAME with the address NAME@songlam.gov.vn, verified unless NAME begins
// with "la-". Its keys are new at each start. Says "ready" once it listens.
import { generateKeyPairSync } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [port, returnAddress] = process.argv.slice(2);
const modules = join(dirname(fileURLToPath(import.meta.url)), "../../web/node_modules");
const { default: Provider } = await import(
  pathToFileURL(join(modules, "oidc-provider/lib/index.js")).href
);

const keyOf = (kind, options, kid) => ({
  ...generateKeyPairSync(kind, options).privateKey.export({ format: "jwk" }),
  kid: `${kid}-${Date.now()}`,
  use: "sig",
});

const client = {
  redirect_uris: [returnAddress],
  response_types: ["code"],
  grant_types: ["authorization_code"],
};

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    {
      ...client,
      client_id: "caicach",
      client_secret: "chi de thu: 100% & khong hon",
      token_endpoint_auth_method: "client_secret_basic",
      id_token_signed_response_alg: "RS256",
    },
    {
      ...client,
      client_id: "caicach-es",
      token_endpoint_auth_method: "none",
      id_token_signed_response_alg: "ES256",
    },
  ],
  jwks: {
    keys: [
      keyOf("rsa", { modulusLength: 2048 }, "rsa"),
      keyOf("ec", { namedCurve: "P-256" }, "ec"),
    ],
  },
  cookies: { keys: ["chỉ để thử nghiệm"] },
  pkce: { methods: ["S256"], required: () => true },
  claims: { openid: ["sub"], email: ["email", "email_verified"] },
  // Addresses stand in the ID token itself, which is all that the program reads.
  conformIdTokenClaims: false,
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({
      sub: id,
      email: `${id}@songlam.gov.vn`,
      email_verified: !id.startsWith("la-"),
    }),
  }),
});

provider.listen(Number(port), "127.0.0.1", () => console.log("ready"));
