#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "plan/importer/imported_plan.hpp"

namespace caicach::plan::importer
{

/// The counts of a text that name no period.
struct PlainCounts {
    /// Of the whole plan: "mở 02 lớp tập huấn", "ít nhất 02 hội nghị trước ngày 30/6".
    std::vector<Quota> quotas{};
    /// Numbers that may be such a count, as printed: a person decides.
    std::vector<std::string> unsure{};
};

/// What is made or held is counted: by the word that makes it ("xây dựng 03 phóng sự"), by "ít
/// nhất", or where the number opens what is said. "02 bộ phận", "03 tháng", "Điều 3" count nothing.
/// One thing alone needs no number: it is owed once.
[[nodiscard]] PlainCounts plain_counts_in(std::string_view text);

}  // namespace caicach::plan::importer
