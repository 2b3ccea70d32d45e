#pragma once
#include <optional>
#include <string>
#include <vector>

#include "evidence/subject_list.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::evidence
{

/// A fact with who recorded it and whom it is about.
struct AboutLine {
    RecordedFact fact{};
    std::string by{};
    std::string manner{};
};
struct FactsAboutPage {
    organisation::AgencySummary agency{};
    std::vector<organisation::AgencySummary> agencies{};  ///< to choose from; empty: only one's own
    organisation::AgencySummary by{};                     ///< who recorded; no id: whoever
    ListQuery query{};
    std::string from{};  ///< as typed
    std::string to{};
    std::vector<AboutLine> lines{};
    std::string next_path{};
    std::string csv_path{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response facts_about_page(const Context& context, const FactsAboutPage& page);
[[nodiscard]] std::string facts_about_csv(const std::vector<AboutLine>& lines);

struct CoveragePage {
    Figure figure{};
    organisation::AgencySummary agency{};  ///< who reached
    Months months{};
    CoverageList list{};
    std::vector<std::string> paths{};  ///< of each line, where its facts are listed; may be empty
    std::string figure_path{};
    std::string csv_path{};
};
[[nodiscard]] http::Response coverage_page(const Context& context, const CoveragePage& page);
[[nodiscard]] std::string coverage_csv(const CoveragePage& page);

}  // namespace caicach::evidence
