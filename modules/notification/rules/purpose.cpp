#include "notification/rules/purpose.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "calendar/moment.hpp"
#include "notification/message.hpp"
#include "notification/reference_data.hpp"
#include "text/table.hpp"

namespace caicach::notification
{
namespace
{

/// Whether the row holds on the day; nothing where its days are none.
std::optional<bool> holds(const text::Table& table, const text::Table::Row& row, Date day)
{
    const auto from = Date::from_iso(table.at(row, "valid_from"));
    const auto until = table.at(row, "valid_to");
    const auto to = Date::from_iso(until);
    if (!from || (!to && !until.empty())) return {};
    return day >= *from && (!to || day <= *to);
}

std::optional<std::int64_t> number_in(std::string_view text)
{
    std::int64_t number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0) return {};
    return number;
}

std::optional<ChannelLimits> limits_in(const text::Table& table, const text::Table::Row& row)
{
    const auto same = number_in(table.at(row, "same_per_hour"));
    const auto any = number_in(table.at(row, "any_per_hour"));
    const auto from = number_in(table.at(row, "quiet_from"));
    const auto until = number_in(table.at(row, "quiet_until"));
    constexpr std::int64_t day_minutes = 24L * 60;
    if (!same || !any || !from || !until || *from >= day_minutes || *until >= day_minutes)
        return {};
    return ChannelLimits{.same_per_hour = *same,
                         .any_per_hour = *any,
                         .quiet_from = static_cast<int>(*from),
                         .quiet_until = static_cast<int>(*until)};
}

}  // namespace

Result<std::vector<Purpose>> purposes_on(Date day)
{
    const auto table = TRY(text::Table::parse(reference_data::message_purposes));
    std::vector<Purpose> purposes;
    for (const auto& row : table.rows()) {
        const auto is_valid = holds(table, row, day);
        if (!is_valid) return text::malformed_line(row.line, table.at(row, "purpose"));
        if (!*is_valid) continue;
        purposes.push_back({.key = std::string(table.at(row, "purpose")),
                            .title = std::string(table.at(row, "title")),
                            .can_unsubscribe = table.at(row, "can_unsubscribe") == "yes",
                            .consent = std::string(table.at(row, "consent")),
                            .is_urgent = table.at(row, "is_urgent") == "yes"});
    }
    return purposes;
}

Result<Purpose> purpose_on(std::string_view key, Date day)
{
    auto purposes = TRY(purposes_on(day));
    const auto found = std::ranges::find(purposes, key, &Purpose::key);
    if (found == purposes.end())
        return failure(Failure::invalid, "notification.purpose.unknown", {}, {std::string(key)});
    return std::move(*found);
}

Instant ChannelLimits::after_quiet_hours(Instant at) const
{
    if (quiet_from == quiet_until) return at;
    const auto minute = minute_of_day(at);
    const auto today = Date::of(at);
    if (quiet_from < quiet_until) {
        const bool is_quiet = minute >= quiet_from && minute < quiet_until;
        return is_quiet ? instant_at(today, quiet_until) : at;
    }
    if (minute >= quiet_from) return instant_at(today.plus_days(1), quiet_until);
    return minute < quiet_until ? instant_at(today, quiet_until) : at;
}

Result<ChannelLimits> limits_on(Channel channel, Date day)
{
    const auto table = TRY(text::Table::parse(reference_data::message_limits));
    for (const auto& row : table.rows()) {
        const auto is_valid = holds(table, row, day);
        const auto limits = limits_in(table, row);
        if (!is_valid || !limits) return text::malformed_line(row.line, table.at(row, "channel"));
        if (*is_valid && table.at(row, "channel") == key_of(channel)) return *limits;
    }
    return failure(Failure::invalid, "notification.limits.unknown");
}

Result<std::int64_t> days_kept_on(Date day)
{
    const auto table = TRY(text::Table::parse(reference_data::message_retention));
    for (const auto& row : table.rows()) {
        const auto is_valid = holds(table, row, day);
        const auto days = number_in(table.at(row, "days"));
        if (!is_valid || !days || *days == 0)
            return text::malformed_line(row.line, table.at(row, "days"));
        if (*is_valid) return *days;
    }
    return failure(Failure::invalid, "notification.limits.unknown");
}

}  // namespace caicach::notification
