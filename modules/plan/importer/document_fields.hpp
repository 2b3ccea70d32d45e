#pragma once
#include <vector>

#include "plan/importer/gazetteer.hpp"
#include "plan/importer/imported_plan.hpp"
#include "plan/importer/paragraphs.hpp"
#include "plan/importer/parts.hpp"

namespace caicach::plan::importer
{

/// What the document is: kind, number, date, issuer, province, year, title, signer, recipients
/// and citations.
[[nodiscard]] DocumentFields document_fields_of(const std::vector<Paragraph>& paragraphs,
                                                const Parts& parts, const Gazetteer& gazetteer);

}  // namespace caicach::plan::importer
