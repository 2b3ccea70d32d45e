#pragma once
#include <cstddef>
#include <vector>

#include "plan/importer/imported_plan.hpp"
#include "plan/importer/words.hpp"

namespace caicach::plan::importer
{

/// Where in the text a metric was read.
struct MetricPlace {
    std::size_t number{};  ///< the word that is its number
    std::size_t end{};     ///< the word behind its unit
};

/// Of several metrics in one sentence says which is whose: the level of government that stands
/// beside the number ("cấp tỉnh đạt 100%, cấp xã đạt 80%"), else the words behind it.
void give_subjects(const Words& words, const std::vector<MetricPlace>& places,
                   std::vector<Metric>& metrics);

}  // namespace caicach::plan::importer
