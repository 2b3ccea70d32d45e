#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "organisation/api.hpp"

namespace caicach::organisation
{

struct WeekdayField {
    std::string_view name{};
    std::string_view label{};
};
inline constexpr std::array weekday_fields{
    WeekdayField{"monday", "Thứ Hai"},   WeekdayField{"tuesday", "Thứ Ba"},
    WeekdayField{"wednesday", "Thứ Tư"}, WeekdayField{"thursday", "Thứ Năm"},
    WeekdayField{"friday", "Thứ Sáu"},   WeekdayField{"saturday", "Thứ Bảy"},
    WeekdayField{"sunday", "Chủ nhật"}};

/// A table of hours as somebody typed it, and what would follow of it.
struct HoursForm {
    std::string agency{};
    std::string valid_from{};
    std::string valid_to{};
    std::array<std::string, 7> of_weekday{};
    std::string source{};
    std::string previewed{};
    std::optional<Error> error{};
    std::optional<std::vector<MovedDueDate>> moved{};

    [[nodiscard]] std::string sum() const;
};
[[nodiscard]] http::Response hours_page(const Context& context, const HoursForm& form);
/// Asks once more, with the due dates that would move.
[[nodiscard]] http::Response hours_removal_page(const Context& context, AgencyId agency,
                                                Date valid_from,
                                                const std::vector<MovedDueDate>& moved);

}  // namespace caicach::organisation
