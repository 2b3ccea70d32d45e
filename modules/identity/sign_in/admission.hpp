#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "crypto/sealing.hpp"
#include "http/cookie.hpp"
#include "http/request.hpp"
#include "identity/api.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// What a right first factor leads to: a session, or the step that stands before it.
struct Admission {
    http::Cookie cookie{};
    std::string path{};  ///< where to go on
    bool is_in{};        ///< a session has begun
};

/// For whoever has just proved with one factor to be that account. A person with a second factor is
/// asked for it, whatever their roles; one whose roles ask for it and who has none sets it up
/// before anything else. `key`: see second_factor_key.
[[nodiscard]] Result<Admission> admit(Context& context, database::Transaction& transaction,
                                      const http::Request& request, const crypto::SealingKey& key,
                                      const Actor& actor, std::string_view target);

}  // namespace caicach::identity
