#pragma once
#include <cstdint>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "notification/api.hpp"
#include "text/reference.hpp"

namespace caicach::channel
{

/// After how many letters that never arrived, within how many days, an address is given up: a row
/// of data/reference/newsletter_bounces.csv.
struct BounceRule {
    notification::Unreached why{};
    std::int64_t count{};
    std::int64_t days{};
};

[[nodiscard]] text::ReferenceFile bounces_table();
/// internal "channel.subscription.no_bounce_rule": a check lets no such table in.
[[nodiscard]] Result<BounceRule> bounce_rule_on(notification::Unreached why, Date day);

}  // namespace caicach::channel
