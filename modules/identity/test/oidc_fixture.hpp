#pragma once
#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/process.hpp"
#include "crypto/crypto.hpp"
#include "identity/oidc/oidc_desk.hpp"
#include "identity/oidc/oidc_provider.hpp"
#include "json/value.hpp"

namespace caicach::identity::testing
{

inline std::string read_file(const std::string& path)
{
    const std::ifstream file{path, std::ios::binary};
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

inline std::string run_openssl(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), "openssl");
    const auto output = MUST(run_child({.arguments = std::move(arguments)}));
    VERIFY(output.exit_code == 0);
    return output.text;
}

/// A key pair of the provider, made by the openssl program: ours only ever checks.
class ProviderKey
{
public:
    enum class Kind { rsa, curve };
    ProviderKey(Kind kind, std::string id) : m_kind(kind), m_id(std::move(id))
    {
        auto arguments = std::vector<std::string>{"genpkey", "-out", path("key")};
        if (kind == Kind::rsa)
            arguments.insert(arguments.end(),
                             {"-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"});
        else
            arguments.insert(arguments.end(),
                             {"-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"});
        run_openssl(std::move(arguments));
    }

    [[nodiscard]] std::string algorithm() const { return m_kind == Kind::rsa ? "RS256" : "ES256"; }
    [[nodiscard]] const std::string& id() const { return m_id; }

    /// The public half as a JSON Web Key.
    [[nodiscard]] json::Value jwk() const
    {
        auto key = json::Value::object().set("kid", m_id).set("use", "sig");
        if (m_kind == Kind::rsa) {
            auto hex = run_openssl({"rsa", "-in", path("key"), "-noout", "-modulus"});
            hex = hex.substr(hex.find('=') + 1);
            hex.pop_back();
            std::ranges::transform(hex, hex.begin(), [](char c) {
                return static_cast<char>(c >= 'A' && c <= 'F' ? c + 32 : c);
            });
            const auto modulus = crypto::bytes_from_hex(hex);
            VERIFY(modulus.has_value());
            return key.set("kty", "RSA").set("n", crypto::base64url(*modulus)).set("e", "AQAB");
        }
        run_openssl(
            {"pkey", "-in", path("key"), "-pubout", "-outform", "DER", "-out", path("pub")});
        const auto der = read_file(path("pub"));
        const auto point = der.substr(der.size() - 64);
        return key.set("kty", "EC")
            .set("crv", "P-256")
            .set("x", crypto::base64url(point.substr(0, 32)))
            .set("y", crypto::base64url(point.substr(32)));
    }

    /// As a JSON Web Signature has it.
    [[nodiscard]] std::string sign(std::string_view message) const
    {
        std::ofstream{path("message"), std::ios::binary} << message;
        run_openssl(
            {"dgst", "-sha256", "-sign", path("key"), "-out", path("signature"), path("message")});
        const auto signature = read_file(path("signature"));
        return m_kind == Kind::rsa ? signature : pair_of(signature);
    }

private:
    [[nodiscard]] std::string path(std::string_view name) const { return m_folder.file(name); }

    /// Two numbers of 32 bytes out of DER, where they may be shorter, or longer by a zero.
    static std::string pair_of(const std::string& der)
    {
        std::string pair;
        std::size_t at = 2;
        for (int number = 0; number < 2; ++number) {
            const auto length = static_cast<unsigned char>(der.at(at + 1));
            auto bytes = der.substr(at + 2, length);
            bytes.erase(0, bytes.size() > 32 ? bytes.size() - 32 : 0);
            pair += std::string(32 - bytes.size(), '\0') + bytes;
            at += 2 + length;
        }
        return pair;
    }

    Kind m_kind;
    std::string m_id;
    static TemporaryDirectory fresh_folder() { return MUST(TemporaryDirectory::create()); }

    TemporaryDirectory m_folder{fresh_folder()};
};

inline const ProviderKey& rsa_key()
{
    static const ProviderKey key{ProviderKey::Kind::rsa, "rsa-1"};
    return key;
}
inline const ProviderKey& curve_key()
{
    static const ProviderKey key{ProviderKey::Kind::curve, "curve-1"};
    return key;
}

/// A token whose head says what it likes.
inline std::string token_of(const ProviderKey& key, const json::Value& head,
                            const json::Value& claims)
{
    const auto message =
        crypto::base64url(json::dump(head)) + "." + crypto::base64url(json::dump(claims));
    return message + "." + crypto::base64url(key.sign(message));
}

inline json::Value head_of(const ProviderKey& key)
{
    return json::Value::object().set("alg", key.algorithm()).set("kid", key.id());
}

inline SignInProvider provider_settings()
{
    return {.issuer = "https://sso.songlam.gov.vn/oidc",
            .client_id = "cai cach",
            .client_secret = "bí mật & dài",
            .name = "Định danh Sông Lam",
            .sites = {},
            .certificates_file = {},
            .links_by_email = true,
            .second_factor = {}};
}

/// The provider as the network would show it.
struct FakeProvider {
    OidcDesk desk{
        [this](const SignInProvider&, const net::HttpRequest& request) { return answer(request); }};
    json::Value discovery{
        json::Value::object()
            .set("issuer", "https://sso.songlam.gov.vn/oidc")
            .set("authorization_endpoint", "https://sso.songlam.gov.vn/oidc/auth?mien=1")
            .set("token_endpoint", "https://sso.songlam.gov.vn/oidc/token")
            .set("jwks_uri", "https://sso.songlam.gov.vn/oidc/jwks")};
    std::vector<json::Value> keys{rsa_key().jwk(), curve_key().jwk()};
    std::string token{};  ///< what a code is worth
    int token_status{200};
    bool is_down{};
    std::vector<net::HttpRequest> asked{};

    [[nodiscard]] std::size_t times_asked(std::string_view ending) const
    {
        return static_cast<std::size_t>(std::ranges::count_if(
            asked, [&](const net::HttpRequest& request) { return request.url.ends_with(ending); }));
    }

    Result<net::HttpAnswer> answer(const net::HttpRequest& request)
    {
        asked.push_back(request);
        if (is_down) return failure(Failure::unavailable, "net.too_slow");
        if (request.url == "https://sso.songlam.gov.vn/oidc/.well-known/openid-configuration")
            return net::HttpAnswer{200, json::dump(discovery)};
        if (request.url.ends_with("/jwks"))
            return net::HttpAnswer{
                200, json::dump(json::Value::object().set("keys", json::Array(keys)))};
        if (token_status != 200)
            return net::HttpAnswer{token_status, R"({"error":"invalid_grant"})"};
        return net::HttpAnswer{200, json::dump(json::Value::object().set("id_token", token))};
    }
};

}  // namespace caicach::identity::testing
