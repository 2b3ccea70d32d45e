#include "notification/sending/pace.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "manifest/row_days.hpp"
#include "notification/message.hpp"
#include "notification/reference_data.hpp"
#include "text/table.hpp"

namespace caicach::notification
{
namespace
{

constexpr std::int64_t minute_seconds = 60;

struct PaceRow {
    Channel channel{};
    std::int64_t per_minute{};
};

Result<PaceRow> pace_in(const text::Table& table, const text::Table::Row& row)
{
    const auto channel = channel_from(table.at(row, "channel"));
    if (!channel) return text::malformed_field(row.line, "channel", table.at(row, "channel"));
    PaceRow read{.channel = *channel};
    const auto typed = table.at(row, "crowd_per_minute");
    const auto* const end = typed.data() + typed.size();
    const auto [behind, error] = std::from_chars(typed.data(), end, read.per_minute);
    if (error != std::errc{} || behind != end || read.per_minute < 0)
        return text::malformed_field(row.line, "crowd_per_minute", typed);
    return read;
}

Result<void> check_pace(const text::Table& table) { return check_rows<PaceRow>(table, pace_in); }

constexpr text::ReferenceFile pace_file{"message_pace.csv", reference_data::message_pace,
                                        check_pace};

std::size_t place_of(Channel channel) { return static_cast<std::size_t>(channel); }

}  // namespace

text::ReferenceFile pace_table() { return pace_file; }

Result<std::int64_t> crowd_per_minute_on(Channel channel, Date day)
{
    const auto rows = TRY(rows_on<PaceRow>(pace_file, day, pace_in));
    const auto found = std::ranges::find(rows, channel, &PaceRow::channel);
    return found == rows.end() ? 0 : found->per_minute;
}

std::size_t Pace::room(Channel channel, std::int64_t per_minute, std::size_t wanted, Instant now)
{
    if (per_minute == 0) return wanted;
    const std::scoped_lock lock(m_mutex);
    auto& minute = m_minutes.at(place_of(channel));
    const bool is_over = minute.begun_at + minute_seconds <= now || now < minute.begun_at;
    if (is_over) minute = {.begun_at = now};
    const auto left = std::max<std::int64_t>(per_minute - minute.gone, 0);
    return std::min(wanted, static_cast<std::size_t>(left));
}

void Pace::gone(Channel channel, std::size_t count)
{
    const std::scoped_lock lock(m_mutex);
    m_minutes.at(place_of(channel)).gone += static_cast<std::int64_t>(count);
}

Instant Pace::opens_at(Channel channel)
{
    const std::scoped_lock lock(m_mutex);
    return m_minutes.at(place_of(channel)).begun_at + minute_seconds;
}

}  // namespace caicach::notification
