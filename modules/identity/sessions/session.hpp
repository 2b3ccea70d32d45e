#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "manifest/actor.hpp"

namespace caicach::identity
{

/// Name of the session cookie, without its `__Host-`.
inline constexpr std::string_view session_cookie = "caicach";

/// What the person proved when the session began; the enumerator is the text stored.
enum class Assurance {
    single,  ///< one factor: a password
    full,    ///< as much as any role asks: two factors; in the sample, the printed link
};

/// Names a session, to its owner in forms and to auditors in the trail: enough of the hash to tell
/// sessions apart, and nothing that opens one.
[[nodiscard]] std::string session_handle(std::string_view token_hash);

/// A person signed in on one browser. The browser holds the token; we hold only its SHA-256, so
/// that a stolen database opens no session.
struct Session {
    std::string token_hash{};
    Actor actor{};
    std::string csrf_secret{};  ///< for http::csrf_token and ::csrf_matches
    Instant created_at{};
    Instant last_seen_at{};
    Assurance assurance{};
    std::vector<Capacity> capacities{};  ///< ways to act now; empty where there is but one

    [[nodiscard]] std::string handle() const { return session_handle(token_hash); }
    /// Not left alone for too long, and not too old.
    [[nodiscard]] bool is_alive(Instant now) const;
    /// Long enough ago to be worth a write.
    [[nodiscard]] bool wants_touch(Instant now) const;
};

}  // namespace caicach::identity
