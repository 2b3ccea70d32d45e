#pragma once
#include <string_view>

#include "evidence/api.hpp"

/// What makes a fact fit for the ledger. Pure: no database, no clock.
namespace caicach::evidence
{

/// Everything that can be said of a fact without asking the database; see `record` for the keys.
[[nodiscard]] Result<void> check_fact(const Fact& fact, Date today);

/// An http or https address without blanks and control characters.
[[nodiscard]] bool is_web_address(std::string_view link);
/// 64 lower-case hexadecimal digits.
[[nodiscard]] bool is_sha256(std::string_view text);

}  // namespace caicach::evidence
