#pragma once
#include <string>
#include <vector>

#include "calendar/date.hpp"

namespace caicach::calendar
{

/// One sentence of why an answer is what it is, with the days that it speaks of, so that a test can
/// hold the words against the answer.
struct Step {
    enum class Kind {
        start,        ///< from when it is counted
        not_counted,  ///< the first day, by the law
        weekend,      ///< Saturdays and Sundays within
        day_off,      ///< what the table of days off says, with its name
        half_day,     ///< a morning or an afternoon off
        worked,       ///< a weekend's day that is worked instead
        stopped,      ///< the clock stood still
        moved,        ///< from a day off to the next one worked
        due,          ///< the answer; always the last step
        none,         ///< why there is no answer; then the last step
    };
    Kind kind{};
    Date from{};
    Date to{};
    std::string text{};  ///< a whole sentence, in plain Vietnamese

    friend bool operator==(const Step&, const Step&) = default;
};
using Explanation = std::vector<Step>;

/// All its sentences in a row.
[[nodiscard]] std::string in_words(const Explanation& explanation);

[[nodiscard]] std::string weekday_name(Date day);  ///< "thứ Hai" … "Chủ nhật"
[[nodiscard]] std::string with_weekday(Date day);  ///< "thứ Sáu 24/04/2026"
/// "24/04/2026", "từ 14/02/2026 đến 22/02/2026"
[[nodiscard]] std::string span_in_words(Date from, Date to);

}  // namespace caicach::calendar
