#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "calendar/working_days.hpp"
#include "channel/broadcast/broadcast_ids.hpp"
#include "manifest/actor.hpp"
#include "organisation/api.hpp"

/// When, and over whose loudspeakers, a programme goes.
namespace caicach::channel
{

inline constexpr int whole_week = 127;

struct Airing {
    AiringId id{};
    std::string code{};
    ScriptId script{};
    organisation::Target target{};  ///< one agency, or every member of a group
    Date from{};
    Date to{};
    int weekdays{whole_week};    ///< a bit each, Monday the lowest
    std::vector<int> minutes{};  ///< of the day, in order; none: the hours of each agency itself
    bool plays_on_holidays{};
    AccountId made_by{};
    Instant made_at{};
    std::optional<Instant> ended_at{};  ///< from then on nothing is played
    std::int64_t version{};
};

/// At which minutes of the day an agency plays what names none, from a day on.
struct PlayHours {
    Date from{};
    std::vector<int> minutes{};
};
/// Pure: those of the day, of rows with the latest first; `otherwise` where there are none.
[[nodiscard]] std::vector<int> hours_on(const std::vector<PlayHours>& hours, Date day,
                                        const std::vector<int>& otherwise);

/// Pure: at which minutes of that day it is played; `own` are the agency's. Public holidays and
/// days off that the province ordered (storm, mourning) are silent unless it plays on holidays.
[[nodiscard]] std::vector<int> minutes_on(const Airing& airing, Date day,
                                          const std::vector<int>& own,
                                          const calendar::WorkingDays& calendar);

/// Pure: the same programme for the same agency or group, with days, weekdays and hours in common.
[[nodiscard]] bool are_same(const Airing& one, const Airing& other);

/// "5:30, 17h" → 330, 1020, in order, each once; empty where nothing is typed. invalid
/// "channel.airing.hours" of the field; too_large "channel.airing.too_many_hours".
[[nodiscard]] Result<std::vector<int>> hours_from(std::string_view typed, std::string_view field);
[[nodiscard]] std::string hours_text(const std::vector<int>& minutes);  ///< "05:30, 17:00"
/// As the table keeps them, "330 1020", and back.
[[nodiscard]] std::string stored_minutes(const std::vector<int>& minutes);
[[nodiscard]] std::vector<int> minutes_in(std::string_view stored);
/// "Thứ Hai, Thứ Tư", "mọi ngày".
[[nodiscard]] std::string weekdays_text(int weekdays);

}  // namespace caicach::channel
