#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "calendar/working_time.hpp"
#include "http/request.hpp"

/// "Which day is due?": what anybody may ask the calendar.
namespace caicach::organisation
{

/// In what the time given is counted.
enum class Unit { working_days, working_hours, days };
struct UnitText {
    Unit unit{};
    std::string_view key{};
    std::string_view text{};
};
inline constexpr std::array unit_texts{
    UnitText{Unit::working_days, "ngay-lam-viec", "ngày làm việc"},
    UnitText{Unit::working_hours, "gio", "giờ làm việc"},
    UnitText{Unit::days, "ngay", "ngày (kể cả ngày nghỉ)"}};

/// As it was typed, and the answer.
struct Question {
    std::string start{};
    std::string time{};  ///< "16:30"; empty: eight in the morning
    std::string count{};
    std::string unit{};  ///< a key of unit_texts
    std::optional<Error> error{};
    std::optional<calendar::DueMoment> answer{};
};

/// Without an answer where nothing was asked yet; with an error where it cannot be understood:
/// "http.…" of the field, invalid "organisation.calendar.asked_time", "….asked_unit".
[[nodiscard]] Question question_in(const http::Request& request, const calendar::WorkingTime& time);

}  // namespace caicach::organisation
