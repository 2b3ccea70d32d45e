#pragma once
#include <string>
#include <vector>

#include "report/aggregate/aggregate_views.hpp"
#include "report/aggregate/collected_parts.hpp"
#include "report/form/form_cache.hpp"
#include "web/components/fault.hpp"

namespace caicach::report
{

struct CollectedPartsPage {
    Form form{};
    ReportPeriod period{};
    Collectors collectors{};
    FormContent definition{};
    const Part* part{};  ///< of the definition; null where nothing is gathered
    std::vector<CollectedPart> parts{};
    /// Whose they are, in the order of the directory.
    std::vector<organisation::AgencySummary> agencies{};
    bool may_take{};  ///< into the report that the collector makes of all
    std::string own_report{};
    web::Fault fault{};
};
[[nodiscard]] http::Response collected_parts_page(const Context& context,
                                                  const CollectedPartsPage& page);

/// The same as a table: agency by agency, row by row.
[[nodiscard]] std::string collected_parts_csv(const CollectedPartsPage& page);

/// Of its forms.
inline constexpr std::string_view part_field = "phan";
inline constexpr std::string_view agency_field = "co-quan";

}  // namespace caicach::report
