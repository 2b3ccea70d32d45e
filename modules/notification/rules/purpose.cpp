#include "notification/rules/purpose.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "calendar/moment.hpp"
#include "manifest/row_days.hpp"
#include "notification/message.hpp"
#include "notification/reference_data.hpp"
#include "notification/reference_files.hpp"
#include "notification/sending/pace.hpp"

namespace caicach::notification
{
namespace
{

constexpr std::array channels{Channel::email, Channel::sms, Channel::zalo, Channel::in_app};

Result<std::int64_t> number_in(const text::Table& table, const text::Table::Row& row,
                               std::string_view column, std::int64_t maximum)
{
    const auto text = table.at(row, column);
    std::int64_t number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = error == std::errc{} && end == text.data() + text.size();
    if (!is_whole || number < 0 || number > maximum)
        return text::malformed_field(row.line, column, text);
    return number;
}

struct LimitsRow {
    std::string channel{};
    RowDays days{};
    ChannelLimits limits{};
};

Result<std::vector<LimitsRow>> read_limits(const text::Table& table)
{
    constexpr std::int64_t per_hour_max = 1'000'000;
    constexpr std::int64_t last_minute = 24L * 60 - 1;
    std::vector<LimitsRow> rows;
    for (const auto& row : table.rows()) {
        LimitsRow read{.channel = std::string(table.at(row, "channel"))};
        const auto is_named = [&](Channel channel) { return key_of(channel) == read.channel; };
        if (std::ranges::none_of(channels, is_named))
            return text::malformed_field(row.line, "channel", read.channel);
        read.days = TRY(row_days(table, row));
        read.limits.same_per_hour = TRY(number_in(table, row, "same_per_hour", per_hour_max));
        read.limits.any_per_hour = TRY(number_in(table, row, "any_per_hour", per_hour_max));
        const auto from = TRY(number_in(table, row, "quiet_from", last_minute));
        const auto until = TRY(number_in(table, row, "quiet_until", last_minute));
        read.limits.quiet_from = static_cast<int>(from);
        read.limits.quiet_until = static_cast<int>(until);
        rows.push_back(std::move(read));
    }
    return rows;
}

Result<void> check_limits(const text::Table& table)
{
    TRY(read_limits(table));
    for (const auto channel : channels)
        TRY(text::require_unended(table, "channel", key_of(channel)));
    return {};
}

struct RetentionRow {
    RowDays days{};
    std::int64_t kept{};  ///< days
};

Result<std::vector<RetentionRow>> read_retention(const text::Table& table)
{
    constexpr std::int64_t days_max = 36'500;
    std::vector<RetentionRow> rows;
    for (const auto& row : table.rows()) {
        RetentionRow read;
        read.days = TRY(row_days(table, row));
        read.kept = TRY(number_in(table, row, "days", days_max));
        if (read.kept == 0) return text::malformed_field(row.line, "days", "0");
        rows.push_back(read);
    }
    return rows;
}

Result<void> check_retention(const text::Table& table)
{
    TRY(read_retention(table));
    // The table has no keys: any row without end will do.
    return text::require_unended(table, "", "");
}

struct PurposeRow {
    RowDays days{};
    Purpose purpose{};
};

Result<std::vector<PurposeRow>> read_purposes(const text::Table& table)
{
    std::vector<PurposeRow> rows;
    for (const auto& row : table.rows()) {
        PurposeRow read;
        read.days = TRY(row_days(table, row));
        read.purpose.key = TRY(text::required_text(table, row, "purpose"));
        read.purpose.title = TRY(text::required_text(table, row, "title"));
        read.purpose.can_unsubscribe = TRY(text::yes_or_no(table, row, "can_unsubscribe"));
        read.purpose.consent = table.at(row, "consent");
        read.purpose.is_urgent = TRY(text::yes_or_no(table, row, "is_urgent"));
        rows.push_back(std::move(read));
    }
    return rows;
}

/// Templates name purposes: those that ours are for must not end.
Result<void> check_purposes(const text::Table& table)
{
    TRY(read_purposes(table));
    const auto built_in = TRY(text::Table::parse(reference_data::message_purposes));
    for (const auto& row : built_in.rows())
        TRY(text::require_unended(table, "purpose", built_in.at(row, "purpose")));
    return {};
}

struct FallbackRow {
    std::string purpose{};
    RowDays days{};
    std::vector<Channel> channels{};
};

/// The bell is no way to somebody who is not looking.
Result<std::vector<FallbackRow>> read_fallbacks(const text::Table& table)
{
    std::vector<FallbackRow> rows;
    for (const auto& row : table.rows()) {
        FallbackRow read;
        read.purpose = TRY(text::required_text(table, row, "purpose"));
        read.days = TRY(row_days(table, row));
        for (const auto name : text::list_of(table.at(row, "channels"), ' ')) {
            const auto channel = channel_from(name);
            if (!channel || *channel == Channel::in_app)
                return text::malformed_field(row.line, "channels", name);
            read.channels.push_back(*channel);
        }
        rows.push_back(std::move(read));
    }
    return rows;
}

Result<void> check_fallbacks(const text::Table& table)
{
    TRY(read_fallbacks(table));
    return {};
}

constexpr text::ReferenceFile limits_file{"message_limits.csv", reference_data::message_limits,
                                          check_limits};
constexpr text::ReferenceFile purposes_file{"message_purposes.csv",
                                            reference_data::message_purposes, check_purposes};
constexpr text::ReferenceFile retention_file{"message_retention.csv",
                                             reference_data::message_retention, check_retention};
constexpr text::ReferenceFile fallbacks_file{"message_fallbacks.csv",
                                             reference_data::message_fallbacks, check_fallbacks};
/// Read once: a province's own tables are in their place before anybody asks, and were checked.
const std::vector<LimitsRow>& all_limits()
{
    static const auto all = [] {
        const auto table = MUST(text::table_of(limits_file));
        return MUST(read_limits(table));
    }();
    return all;
}

const std::vector<PurposeRow>& all_purposes()
{
    static const auto all = [] {
        const auto table = MUST(text::table_of(purposes_file));
        return MUST(read_purposes(table));
    }();
    return all;
}

const std::vector<FallbackRow>& all_fallbacks()
{
    static const auto all = [] {
        const auto table = MUST(text::table_of(fallbacks_file));
        return MUST(read_fallbacks(table));
    }();
    return all;
}

}  // namespace

std::span<const text::ReferenceFile> reference_files()
{
    static const std::array files{limits_file, purposes_file, retention_file, fallbacks_file,
                                  pace_table()};
    return files;
}

Result<std::vector<Purpose>> purposes_on(Date day)
{
    std::vector<Purpose> purposes;
    for (const auto& row : all_purposes())
        if (row.days.holds_on(day)) purposes.push_back(row.purpose);
    return purposes;
}

Result<Purpose> purpose_on(std::string_view key, Date day)
{
    for (const auto& row : all_purposes())
        if (row.purpose.key == key && row.days.holds_on(day)) return row.purpose;
    return failure(Failure::invalid, "notification.purpose.unknown", {}, {std::string(key)});
}

std::vector<Channel> fallbacks_on(std::string_view purpose, Date day)
{
    for (const auto& row : all_fallbacks())
        if (row.purpose == purpose && row.days.holds_on(day)) return row.channels;
    return {};
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
    for (const auto& row : all_limits())
        if (row.channel == key_of(channel) && row.days.holds_on(day)) return row.limits;
    return failure(Failure::invalid, "notification.limits.unknown");
}

Result<std::int64_t> days_kept_on(Date day)
{
    const auto table = TRY(text::table_of(retention_file));
    const auto rows = TRY(read_retention(table));
    for (const auto& row : rows)
        if (row.days.holds_on(day)) return row.kept;
    return failure(Failure::invalid, "notification.limits.unknown");
}

}  // namespace caicach::notification
