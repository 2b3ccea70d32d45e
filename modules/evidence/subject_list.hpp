#pragma once
#include <optional>
#include <string>
#include <vector>

#include "evidence/coverage.hpp"
#include "evidence/fact_list.hpp"
#include "evidence/subject.hpp"

/// The ledger from the side of those whom it is about.
namespace caicach::evidence
{

/// A fact with who recorded it, as named then, and how it was announced.
struct FactAbout {
    RecordedFact fact{};
    std::string by{};
    Manner manner{Manner::not_said};
};
/// What is about `subject`, by one query; the query's agency is who recorded it, AgencyId{} for
/// all.
[[nodiscard]] Result<std::vector<FactAbout>> facts_about(database::Transaction& transaction,
                                                         organisation::AgencyId subject,
                                                         const ListQuery& query);

/// Whom one agency reached, and of a group whom not.
struct CoveredLine {
    organisation::AgencySummary agency{};  ///< as it was then
    std::string now{};                     ///< who took it over, where that is another
    std::string by{};                      ///< who reached it then, where that is another
    std::int64_t facts{};                  ///< 0: nobody has reached it yet
    std::string by_slug{};
};
struct CoverageList {
    std::vector<CoveredLine> lines{};  ///< by name; those reached first
    std::size_t reached{};             ///< agencies, each once
    std::size_t among{};               ///< agencies of the groups; 0: of no group
};
[[nodiscard]] Result<CoverageList> coverage_list(database::Transaction& transaction,
                                                 const CoverageFigure& figure, const Months& months,
                                                 Rollup rollup, organisation::AgencyId agency,
                                                 Date today);

}  // namespace caicach::evidence
