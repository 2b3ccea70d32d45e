#include "channel/screen/schedule.hpp"

#include <algorithm>
#include <array>

#include "calendar/moment.hpp"

namespace caicach::channel
{
namespace
{

struct ZoneName {
    ScreenZone zone{};
    std::string_view key{};
    std::string_view text{};
};
constexpr std::array zone_names{ZoneName{ScreenZone::main, "main", "Phần chính"},
                                ZoneName{ScreenZone::side, "side", "Cột bên"},
                                ZoneName{ScreenZone::ticker, "ticker", "Dòng chữ chạy"}};

bool has_weekday(int weekdays, Date day)
{
    const auto bit = 1U << static_cast<unsigned>(day.weekday() - 1);
    return (static_cast<unsigned>(weekdays) & bit) != 0;
}

bool begins_on(const DayPart& part, Date day)
{
    return has_weekday(part.weekdays, day) && part.days.holds_on(day);
}

const PlannedUrgent* urgent_at(const Program& program, Instant at)
{
    const PlannedUrgent* newest = nullptr;
    for (const auto& one : program.urgent)
        if (one.begin <= at && at < one.end) newest = &one;
    return newest;
}

std::vector<std::string> slides_of(const PlannedPlaylist& playlist, Date day)
{
    std::vector<std::string> codes;
    codes.reserve(playlist.slides.size());
    for (const auto& slide : playlist.slides)
        if (slide.days.holds_on(day)) codes.push_back(slide.code);
    return codes;
}

}  // namespace

std::string_view key_of(ScreenZone zone)
{
    return std::ranges::find(zone_names, zone, &ZoneName::zone)->key;
}

std::string_view text_of(ScreenZone zone)
{
    return std::ranges::find(zone_names, zone, &ZoneName::zone)->text;
}

std::optional<ScreenZone> zone_from(std::string_view key)
{
    const auto* const found = std::ranges::find(zone_names, key, &ZoneName::key);
    if (found == zone_names.end()) return std::nullopt;
    return found->zone;
}

bool DayPart::holds_at(Date day, int minute) const
{
    if (begin_minute < end_minute)
        return begins_on(*this, day) && begin_minute <= minute && minute < end_minute;
    if (begin_minute <= minute) return begins_on(*this, day);
    return minute < end_minute && begins_on(*this, day.plus_days(-1));
}

std::vector<std::string> playing(const Program& program, ScreenZone zone, Instant at)
{
    if (const auto* urgent = urgent_at(program, at); urgent != nullptr && zone == ScreenZone::main)
        return {urgent->code};
    const auto day = Date::of(at);
    const auto minute = minute_of_day(at);
    int highest = 0;
    std::vector<std::string> codes;
    for (const auto& one : program.playlists) {
        if (one.zone != zone || one.priority < highest || !one.part.holds_at(day, minute)) continue;
        auto more = slides_of(one, day);
        if (more.empty()) continue;
        if (one.priority > highest) codes.clear();
        highest = one.priority;
        codes.insert(codes.end(), more.begin(), more.end());
    }
    return codes;
}

}  // namespace caicach::channel
