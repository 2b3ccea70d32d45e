#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace caicach::identity
{

/// Name of the attempt's cookie, without its `__Host-`.
inline constexpr std::string_view oidc_cookie = "caicach-dinh-danh";

/// One attempt to sign in at the provider. All of it follows from a secret that only the browser
/// holds, in a cookie: nothing is stored while it is under way, a copied database finishes no
/// attempt, and an answer that comes to another browser is nobody's.
class OidcAttempt
{
public:
    /// `target`: where to go on to afterwards.
    [[nodiscard]] static OidcAttempt begin(Instant now, std::string_view target);
    /// Nothing for what no attempt's cookie can be.
    [[nodiscard]] static std::optional<OidcAttempt> from_cookie(std::string_view value);

    [[nodiscard]] const std::string& cookie() const { return m_cookie; }
    [[nodiscard]] const std::string& target() const { return m_target; }
    /// Not too long ago. A changed time changes the state, too: it cannot be put forward.
    [[nodiscard]] bool is_alive(Instant now) const;

    /// Comes back with the answer, and ties it to this browser.
    [[nodiscard]] std::string state() const { return derived("state"); }
    /// Comes back inside of the ID token, and ties that to this attempt.
    [[nodiscard]] std::string nonce() const { return derived("nonce"); }
    /// Proof Key for Code Exchange (RFC 7636): who redeems the code is who asked for it.
    [[nodiscard]] std::string code_verifier() const { return derived("verifier"); }
    [[nodiscard]] std::string code_challenge() const;  ///< S256
    /// Kept once the attempt is used, so that it is used once.
    [[nodiscard]] std::string mark() const { return derived("mark"); }

private:
    OidcAttempt() = default;
    [[nodiscard]] std::string derived(std::string_view purpose) const;

    std::string m_cookie{};
    std::string m_target{};
    Instant m_begun_at{};
};

}  // namespace caicach::identity
