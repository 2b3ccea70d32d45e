#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "evidence/api.hpp"
#include "manifest/context.hpp"

namespace caicach::obligation
{

/// A target of a plan, as a report tells it.
struct ToldTarget {
    std::string title{};
    std::string asked{};    ///< "từ 85% trở lên"
    std::string known{};    ///< "850 / 1.000 = 85%"
    std::string as_of{};    ///< "31/03/2026"
    std::string reached{};  ///< "Đạt"
    std::string plan{};     ///< "Kế hoạch số 18/KH-UBND"
    std::string path{};
};
/// Of one agency its own numbers; else the whole of each target. Plan by plan; at most `limit`.
[[nodiscard]] Result<std::vector<ToldTarget>> told_targets(Context& context,
                                                           database::Transaction& transaction,
                                                           const evidence::Telling& telling,
                                                           std::size_t limit);

}  // namespace caicach::obligation
