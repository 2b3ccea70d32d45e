#pragma once
#include <array>
#include <string>
#include <string_view>

namespace caicach::audit
{

/// The fields that a row's hash is made of, from `seq` to `detail`, as texts.
using SealedFields = std::array<std::string_view, 11>;

/// What rows have had since later, as texts. A row without it is sealed as it was before there were
/// such columns.
struct SealedLater {
    std::string_view on_behalf_of{"0"};
    std::string_view on_behalf_of_name{};
    std::string_view address{};
    std::string_view session{};

    [[nodiscard]] bool has_behalf() const
    {
        return on_behalf_of != "0" || !on_behalf_of_name.empty();
    }
    [[nodiscard]] bool has_origin() const { return !address.empty() || !session.empty(); }
};
[[nodiscard]] std::string canonical_bytes(const SealedFields& fields, const SealedLater& later);

}  // namespace caicach::audit
