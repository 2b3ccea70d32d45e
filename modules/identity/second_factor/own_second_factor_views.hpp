#pragma once
#include <cstdint>
#include <optional>

#include "http/response.hpp"
#include "identity/second_factor/second_factor_views.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

struct OwnSecondFactorPage {
    bool has_password{};
    std::optional<Instant> enrolled_at{};
    std::int64_t recovery_codes_left{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response own_second_factor_page(const Context& context,
                                                    const OwnSecondFactorPage& page);

struct OwnEnrolmentPage {
    ShownSecret secret{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response own_enrolment_page(const Context& context,
                                                const OwnEnrolmentPage& page);

}  // namespace caicach::identity
