#pragma once
#include <string_view>
#include <vector>

#include "plan/importer/imported_plan.hpp"

namespace caicach::plan::importer
{

/// The results that a target states: "tối thiểu 80% hồ sơ …", "1/2 số xã" (50 %), "02 hoạt động",
/// "giảm tối thiểu 2,5% so với năm 2022" (the change, with its direction and baseline).
[[nodiscard]] std::vector<Metric> metrics_in(std::string_view text);
/// A cell of values with the unit of its column: "Cấp tỉnh: 100; cấp xã: ≥ 95".
[[nodiscard]] std::vector<Metric> metrics_of_cell(std::string_view text, std::string_view unit);

}  // namespace caicach::plan::importer
