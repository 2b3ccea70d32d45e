#include "channel/broadcast/airing.hpp"

#include <algorithm>
#include <array>

#include "calendar/moment.hpp"
#include "channel/broadcast/broadcast_limits.hpp"
#include "channel/screen/playlist.hpp"
#include "text/number.hpp"
#include "text/text.hpp"

namespace caicach::channel
{
namespace
{

bool is_silent(Date day, const calendar::WorkingDays& calendar)
{
    const auto* const special = calendar.special_day(day);
    return special != nullptr && (special->kind == calendar::DayKind::holiday ||
                                  special->kind == calendar::DayKind::local_off);
}

/// "5:30", "5h30", "17h", "17".
std::optional<int> minute_typed(std::string_view typed)
{
    constexpr int day_minutes = 24 * 60;
    const auto minute = minute_from(typed);
    return minute && *minute < day_minutes ? minute : std::optional<int>{};
}

/// Empty are the agency's own.
bool share_hours(const std::vector<int>& one, const std::vector<int>& other)
{
    if (one.empty() || other.empty()) return one.empty() && other.empty();
    return std::ranges::any_of(
        one, [&](int minute) { return std::ranges::find(other, minute) != other.end(); });
}

}  // namespace

std::vector<int> hours_on(const std::vector<PlayHours>& hours, Date day,
                          const std::vector<int>& otherwise)
{
    const auto found =
        std::ranges::find_if(hours, [&](const PlayHours& one) { return one.from <= day; });
    return found == hours.end() ? otherwise : found->minutes;
}

std::vector<int> minutes_on(const Airing& airing, Date day, const std::vector<int>& own,
                            const calendar::WorkingDays& calendar)
{
    if (day < airing.from || airing.to < day) return {};
    const auto bit = 1U << static_cast<unsigned>(day.weekday() - 1);
    if ((static_cast<unsigned>(airing.weekdays) & bit) == 0) return {};
    if (!airing.plays_on_holidays && is_silent(day, calendar)) return {};
    auto minutes = airing.minutes.empty() ? own : airing.minutes;
    if (airing.ended_at)
        std::erase_if(minutes,
                      [&](int minute) { return *airing.ended_at <= instant_at(day, minute); });
    return minutes;
}

bool are_same(const Airing& one, const Airing& other)
{
    const bool meet = one.from <= other.to && other.from <= one.to;
    const auto weekdays =
        static_cast<unsigned>(one.weekdays) & static_cast<unsigned>(other.weekdays);
    return one.script == other.script && one.target == other.target && meet && weekdays != 0 &&
           share_hours(one.minutes, other.minutes);
}

Result<std::vector<int>> hours_from(std::string_view typed, std::string_view field)
{
    const auto spaced = text::replace_all(text::replace_all(typed, ",", " "), ";", " ");
    const auto squeezed = text::squeeze(spaced);
    std::vector<int> minutes;
    if (squeezed.empty()) return minutes;
    const auto pieces = text::split(squeezed, ' ');
    if (pieces.size() > limits::hours_a_day_max)
        return failure(Failure::too_large, "channel.airing.too_many_hours", std::string(field),
                       {std::to_string(limits::hours_a_day_max)});
    minutes.reserve(pieces.size());
    for (const auto piece : pieces) {
        const auto minute = minute_typed(piece);
        if (!minute) return failure(Failure::invalid, "channel.airing.hours", std::string(field));
        minutes.push_back(*minute);
    }
    std::ranges::sort(minutes);
    const auto twice = std::ranges::unique(minutes);
    minutes.erase(twice.begin(), twice.end());
    return minutes;
}

std::string hours_text(const std::vector<int>& minutes)
{
    std::vector<std::string> words;
    words.reserve(minutes.size());
    for (const auto one : minutes) words.push_back(clock_of(one));
    return text::join(words, ", ");
}

std::string stored_minutes(const std::vector<int>& minutes)
{
    std::vector<std::string> words;
    words.reserve(minutes.size());
    for (const auto one : minutes) words.push_back(std::to_string(one));
    return text::join(words, " ");
}

std::vector<int> minutes_in(std::string_view stored)
{
    std::vector<int> minutes;
    if (stored.empty()) return minutes;
    const auto words = text::split(stored, ' ');
    minutes.reserve(words.size());
    for (const auto word : words) {
        const auto minute = text::parse_integer(word);
        VERIFY(minute);
        minutes.push_back(static_cast<int>(*minute));
    }
    return minutes;
}

std::string weekdays_text(int weekdays)
{
    constexpr std::array<std::string_view, 7> names{"thứ Hai", "thứ Ba",  "thứ Tư",  "thứ Năm",
                                                    "thứ Sáu", "thứ Bảy", "Chủ nhật"};
    if (weekdays == whole_week) return "mọi ngày";
    std::vector<std::string_view> words;
    words.reserve(names.size());
    for (std::size_t i = 0; i < names.size(); ++i)
        if ((static_cast<unsigned>(weekdays) >> i & 1U) != 0) words.push_back(names.at(i));
    return text::join(words, ", ");
}

}  // namespace caicach::channel
