#pragma once
#include <array>
#include <string>
#include <string_view>

namespace caicach::audit
{

/// The fields that a row's hash is made of, from `seq` to `detail`, as texts.
using SealedFields = std::array<std::string_view, 11>;

/// On whose behalf, as texts: "0" and "" for rows of a person's own power, which are sealed as
/// they were before there was delegation.
struct SealedBehalf {
    std::string_view account{"0"};
    std::string_view name{};

    [[nodiscard]] bool is_own_power() const { return account == "0" && name.empty(); }
};
[[nodiscard]] std::string canonical_bytes(const SealedFields& fields, const SealedBehalf& behalf);

}  // namespace caicach::audit
