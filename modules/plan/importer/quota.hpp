#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "plan/importer/imported_plan.hpp"
#include "plan/importer/words.hpp"

namespace caicach::plan::importer
{

/// How much per period the text asks for: "ít nhất 02 lần/năm", "mỗi tháng có ít nhất 01
/// tin/bài", "hai tháng một lần". A quota restated in another period ("12 kỳ/năm") counts once.
[[nodiscard]] std::vector<Quota> quotas_in(std::string_view text);
/// A quota and the words [begin, end) that tell it.
struct QuotaPlace {
    Quota quota{};
    std::size_t begin{};
    std::size_t end{};
};
/// All of them, also those said again.
[[nodiscard]] std::vector<QuotaPlace> quota_places(const Words& words);
/// Occurrences a year, to compare quotas of different periods.
[[nodiscard]] double per_year(const Quota& quota);
/// "01 hội nghị/quý" and "04 lần/năm" say the same; "04 clip/năm" and "01 tờ rơi/quý" do not.
[[nodiscard]] bool says_as_much(const Quota& one, const Quota& other);

}  // namespace caicach::plan::importer
