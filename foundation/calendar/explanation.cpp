#include "calendar/explanation.hpp"

#include <fmt/format.h>

#include <array>

namespace caicach::calendar
{

std::string in_words(const Explanation& explanation)
{
    std::string text;
    for (const auto& step : explanation) {
        if (!text.empty()) text += ' ';
        text += step.text;
    }
    return text;
}

std::string weekday_name(Date day)
{
    constexpr std::array names{"thứ Hai", "thứ Ba",  "thứ Tư",  "thứ Năm",
                               "thứ Sáu", "thứ Bảy", "Chủ nhật"};
    return names.at(static_cast<std::size_t>(day.weekday() - 1));
}

std::string with_weekday(Date day)
{
    return fmt::format("{} {}", weekday_name(day), day.vietnamese());
}

std::string span_in_words(Date from, Date to)
{
    if (from == to) return from.vietnamese();
    return fmt::format("từ {} đến {}", from.vietnamese(), to.vietnamese());
}

}  // namespace caicach::calendar
