#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "notification/api.hpp"

namespace caicach::notification
{

/// What messages are for: a row of data/reference/message_purposes.csv.
struct Purpose {
    std::string key{};
    std::string title{};
    bool can_unsubscribe{};
    std::string consent{};  ///< that SMS and Zalo need; empty: none
    bool is_urgent{};       ///< goes at night too
};
/// Those that hold on the day.
[[nodiscard]] Result<std::vector<Purpose>> purposes_on(Date day);
/// invalid "notification.purpose.unknown".
[[nodiscard]] Result<Purpose> purpose_on(std::string_view key, Date day);

/// By which channels a message of the purpose is tried where one fails for good, in their order:
/// the row of data/reference/message_fallbacks.csv; none where it has no row.
[[nodiscard]] std::vector<Channel> fallbacks_on(std::string_view purpose, Date day);

/// How often, and when not: a row of data/reference/message_limits.csv. 0: no bound.
struct ChannelLimits {
    std::int64_t same_per_hour{};
    std::int64_t any_per_hour{};
    int quiet_from{};   ///< minute of the day, in Vietnam
    int quiet_until{};  ///< of the next day where it is the smaller one

    /// `at`, or the end of the quiet hours that it falls into.
    [[nodiscard]] Instant after_quiet_hours(Instant at) const;
};
/// invalid "notification.limits.unknown".
[[nodiscard]] Result<ChannelLimits> limits_on(Channel channel, Date day);

/// How many days a message stays after it was settled: the row of
/// data/reference/message_retention.csv. invalid "notification.limits.unknown".
[[nodiscard]] Result<std::int64_t> days_kept_on(Date day);

}  // namespace caicach::notification
