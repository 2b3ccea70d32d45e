#pragma once
#include <string_view>
#include <vector>

#include "plan/importer/gazetteer.hpp"
#include "plan/importer/imported_plan.hpp"
#include "plan/importer/paragraphs.hpp"

namespace caicach::plan::importer
{

/// Every document that the text cites, once each, in the order of first mention. Citations of
/// `own_number`, or of a plan called by `own_title`, are the document speaking of itself.
[[nodiscard]] std::vector<CitedDocument> references_in(const std::vector<Paragraph>& paragraphs,
                                                       std::string_view own_number,
                                                       std::string_view own_title,
                                                       const Gazetteer& gazetteer);
/// "76/NQ-CP", "39-NQ/TW", "30c/NQ-CP" at word `at`: its end, 0 where no number of a document
/// stands. Blanks that recognition put in are allowed before "/".
[[nodiscard]] std::size_t document_number_end(const Words& words, std::size_t at);

}  // namespace caicach::plan::importer
