#pragma once
#include <span>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "manifest/actor.hpp"

namespace caicach::database
{
class Database;
}

namespace caicach::identity
{

class IdentityAuthority;

/// Who asks with `Authorization: Bearer`. Used by the dispatcher, on paths of the API alone.
class ApiTokenGate
{
public:
    /// `authority` learns of changed roles and agencies on the way, and must outlive the gate.
    explicit ApiTokenGate(IdentityAuthority& authority) : m_authority(authority) {}

    /// What a request brings along, and where from.
    struct Presented {
        std::string_view text{};
        std::string_view address{};
    };

    /// The owner, through the token. unauthenticated "identity.token.unknown", "….revoked",
    /// "….expired"; forbidden "….elsewhere". Notes the day of its use, once a day, in a short
    /// transaction of its own. What cannot be a token is refused without the database.
    [[nodiscard]] Result<Actor> find(database::Database& database, const Presented& presented,
                                     std::span<const TokenScope> scopes, Instant now);

private:
    IdentityAuthority& m_authority;
};

/// The token of a header "Bearer cc_live_…"; nothing where the header says something else.
[[nodiscard]] std::string_view bearer_in(std::string_view authorization);

}  // namespace caicach::identity
