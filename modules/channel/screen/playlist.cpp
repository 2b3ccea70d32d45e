#include "channel/screen/playlist.hpp"

#include <array>
#include <charconv>
#include <cstdio>

namespace caicach::channel
{
namespace
{

constexpr int hour_minutes = 60;
constexpr int day_minutes = 24 * hour_minutes;
constexpr std::array<std::string_view, 7> weekday_names{"thứ Hai", "thứ Ba",  "thứ Tư",  "thứ Năm",
                                                        "thứ Sáu", "thứ Bảy", "Chủ nhật"};

bool has_weekday(int weekdays, std::size_t at)
{
    return (static_cast<unsigned>(weekdays) >> at & 1U) != 0;
}

std::string weekdays_in_words(int weekdays)
{
    constexpr int working = 31;
    constexpr int weekend = 96;
    if (weekdays == every_weekday) return "Mọi ngày";
    if (weekdays == working) return "thứ Hai–thứ Sáu";
    if (weekdays == weekend) return "thứ Bảy, Chủ nhật";
    std::string words;
    for (std::size_t i = 0; i < weekday_names.size(); ++i) {
        if (!has_weekday(weekdays, i)) continue;
        if (!words.empty()) words += ", ";
        words += weekday_names[i];
    }
    return words;
}

std::optional<int> number_in(std::string_view digits, int highest)
{
    int number = 0;
    const auto* const end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, number);
    if (digits.empty() || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    if (number < 0 || number > highest) return std::nullopt;
    return number;
}

}  // namespace

std::string_view key_of(SlideKind kind)
{
    switch (kind) {
        case SlideKind::article:
            return "article";
        case SlideKind::text:
            return "text";
        case SlideKind::picture:
            return "picture";
        case SlideKind::issue:
            return "issue";
    }
    VERIFY(false);
}

std::string_view text_of(SlideKind kind)
{
    switch (kind) {
        case SlideKind::article:
            return "Tin, bài";
        case SlideKind::text:
            return "Chữ, khẩu hiệu";
        case SlideKind::picture:
            return "Ảnh";
        case SlideKind::issue:
            return "Bản tin mới nhất";
    }
    VERIFY(false);
}

PlannedPlaylist planned(const Playlist& playlist, const std::vector<Slide>& slides)
{
    PlannedPlaylist plan{.code = playlist.code,
                         .zone = playlist.text.zone,
                         .priority = playlist.text.priority,
                         .part = playlist.text.part};
    plan.slides.reserve(slides.size());
    for (const auto& one : slides)
        plan.slides.push_back({.code = one.code, .days = one.days, .seconds = one.seconds});
    return plan;
}

std::string clock_of(int minute)
{
    constexpr int ten = 10;
    const auto two = [](int number) { return (number < ten ? "0" : "") + std::to_string(number); };
    return two(minute / hour_minutes) + ":" + two(minute % hour_minutes);
}

std::optional<int> minute_from(std::string_view typed)
{
    const auto cut = typed.find_first_of(":hH");
    const auto hours = number_in(typed.substr(0, cut), 24);
    if (!hours) return std::nullopt;
    if (cut == std::string_view::npos || cut + 1 == typed.size()) return *hours * hour_minutes;
    const auto minutes = number_in(typed.substr(cut + 1), hour_minutes - 1);
    if (!minutes || *hours * hour_minutes + *minutes > day_minutes) return std::nullopt;
    return *hours * hour_minutes + *minutes;
}

std::string words_of(const Days& days)
{
    if (days.from && days.to)
        return "từ " + days.from->vietnamese() + " đến hết " + days.to->vietnamese();
    if (days.from) return "từ " + days.from->vietnamese();
    if (days.to) return "đến hết " + days.to->vietnamese();
    return {};
}

std::string words_of(const DayPart& part)
{
    auto words = weekdays_in_words(part.weekdays);
    if (part.begin_minute == 0 && part.end_minute == day_minutes)
        words += ", cả ngày";
    else
        words += ", " + clock_of(part.begin_minute) + "–" + clock_of(part.end_minute);
    const auto days = words_of(part.days);
    return days.empty() ? words : words + ", " + days;
}

std::string_view text_of_priority(int priority)
{
    if (priority >= 3) return "Ưu tiên";
    return priority == 2 ? "Theo đợt" : "Thường";
}

}  // namespace caicach::channel
