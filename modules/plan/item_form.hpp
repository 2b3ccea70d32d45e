#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "http/form.hpp"
#include "http/request.hpp"
#include "plan/item.hpp"
#include "plan/reading.hpp"

/// The form of an item ↔ the item. A list (quotas, metrics) is rows of fields with their index in
/// the name, "quota_count_0"; a row without its number is no row.
namespace caicach::plan
{

inline constexpr std::array quota_fields{"quota_count", "quota_per", "quota_unit", "quota_at_least",
                                         "quota_subject"};
inline constexpr std::array metric_fields{"metric_op",      "metric_value",     "metric_unit",
                                          "metric_subject", "metric_direction", "metric_baseline"};

[[nodiscard]] std::string row_field(std::string_view field, std::size_t row);

/// Filled with what the item says, for the first look at it.
[[nodiscard]] http::Form form_of(const Item& item);

/// What the editor of the item sends where nothing was touched.
[[nodiscard]] std::vector<http::Field> sent_by(const Item& item);

/// What was sent, on top of what is stored: places, context and notes stay. Names keep whom they
/// mean, new ones are looked up. Faults are noted in `form`; the item then is only good for filling
/// the form in again.
[[nodiscard]] Result<Item> read_item(http::Form& form, const http::Request& request,
                                     const Item& stored, MentionResolver& resolver);

/// How many rows of a list to show: those filled in, and an empty one.
[[nodiscard]] std::size_t quota_rows(const http::Form& form);
[[nodiscard]] std::size_t metric_rows(const http::Form& form);

}  // namespace caicach::plan
