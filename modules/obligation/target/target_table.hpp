#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/request.hpp"
#include "obligation/board/table.hpp"
#include "obligation/target/target_standing.hpp"

namespace caicach::obligation
{

/// What a list of targets is narrowed to, as its address says it; empty: nothing.
struct TargetFilter {
    std::string area{};  ///< key of a field of reform, or `no_area`
    std::optional<Reached> reached{};

    /// "?linh-vuc=thu_tuc&tinh-trang=not_yet", or nothing.
    [[nodiscard]] std::string query() const;
    [[nodiscard]] bool takes(const Target& target) const;
};
[[nodiscard]] TargetFilter target_filter_of(const http::Request& request);

/// A page has room for what is looked at daily, a file for all of it.
enum class TableRoom { page, file };
/// One row for each measure, parts ("trong đó") under what they are part of.
[[nodiscard]] BoardTable targets_table(const plan::PlanSummary& plan,
                                       const std::vector<TargetStanding>& standings,
                                       const TargetFilter& filter, TableRoom room);
/// The same for one agency: its own numbers.
[[nodiscard]] BoardTable own_targets_table(const plan::PlanSummary& plan,
                                           const std::vector<TargetStanding>& standings,
                                           organisation::AgencyId agency,
                                           const TargetFilter& filter);
/// The numbers of each agency, of those that may be seen.
[[nodiscard]] BoardTable agencies_table(const PlanTargets& targets, const Target& target,
                                        const MeasureStanding& standing, bool sees_all);

/// "từ 85% trở lên, mỗi cơ quan"
[[nodiscard]] std::string asked_text(const Measure& measure);
/// "850 / 1.000 = 85%; gồm số của Sở Giao thông vận tải", "Chưa có"
[[nodiscard]] std::string known_text(const Measure& measure, const AgencyStanding& standing);
/// "12/15 cơ quan"
[[nodiscard]] std::string stated_text(const Total& total);
/// "31/03/2026", "từ 28/02/2026 đến 31/03/2026"
[[nodiscard]] std::string as_of_text(const MeasureStanding& standing);

}  // namespace caicach::obligation
