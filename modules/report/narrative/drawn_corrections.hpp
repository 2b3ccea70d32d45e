#pragma once
#include <span>
#include <string>
#include <vector>

#include "report/filling/filled.hpp"
#include "report/flow/sent_content.hpp"
#include "report/narrative/drawn_text.hpp"

namespace caicach::report
{

/// A correction of an earlier period, to be told in this one: what was reported then is not what
/// stands now, and who reads this report has the old number before them.
struct ToldCorrection {
    std::string period{};  ///< "quý I năm 2026"
    std::string reason{};
    std::vector<SentDifference> changed{};  ///< of numbers and tables
};

/// Those of the same agency and form that its last report could not tell.
[[nodiscard]] Result<std::vector<ToldCorrection>> corrections_before(
    database::Transaction& transaction, const Filled& filled);

/// The draft with a paragraph for each behind it, within the length of the narrative. Pure.
[[nodiscard]] std::string with_corrections(const Narrative& narrative, std::string draft,
                                           std::span<const ToldCorrection> corrections,
                                           const Wording& wording);

}  // namespace caicach::report
