#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "calendar/date.hpp"

/// What a screen is to show, and what of it at a moment. Pure: web/scripts/player/schedule.ts says
/// the very same in the player, and screen/test/cases.json is what both are held to.
namespace caicach::channel
{

enum class ScreenZone : unsigned char { main, side, ticker };
[[nodiscard]] std::string_view key_of(ScreenZone zone);
[[nodiscard]] std::string_view text_of(ScreenZone zone);
[[nodiscard]] std::optional<ScreenZone> zone_from(std::string_view key);

/// Days on which something holds, both ends included; open where there is none.
struct Days {
    std::optional<Date> from{};
    std::optional<Date> to{};

    [[nodiscard]] bool holds_on(Date day) const
    {
        return (!from || *from <= day) && (!to || day <= *to);
    }
};

inline constexpr int every_weekday = 127;

/// When a playlist plays: days, weekdays (bit 0 is Monday), and hours as minutes of the day, the
/// end not included. Hours that end before they begin go on past midnight, and belong to the day on
/// which they began.
struct DayPart {
    Days days{};
    int weekdays{every_weekday};
    int begin_minute{};
    int end_minute{24 * 60};

    [[nodiscard]] bool holds_at(Date day, int minute) const;
};

/// What stands before the viewers for some seconds.
struct PlannedSlide {
    std::string code{};
    Days days{};
    int seconds{};
};

struct PlannedPlaylist {
    std::string code{};
    ScreenZone zone{};
    int priority{1};  ///< 3 plays alone, and 2 where there is no 3
    DayPart part{};
    std::vector<PlannedSlide> slides{};
};

struct PlannedUrgent {
    std::string code{};
    Instant begin{};
    Instant end{};
};

struct Program {
    std::vector<PlannedPlaylist> playlists{};
    std::vector<PlannedUrgent> urgent{};  ///< in the order in which they were made
};

/// Codes of what plays in the zone at that moment, one after the other and again from the first.
/// An urgent notice, the newest of those that run, is alone in the main zone. Else the slides of
/// today of all playlists that hold now, of the highest priority that has any, in their order.
/// Nothing: the default of the player.
[[nodiscard]] std::vector<std::string> playing(const Program& program, ScreenZone zone, Instant at);

}  // namespace caicach::channel
