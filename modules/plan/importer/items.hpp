#pragma once
#include <vector>

#include "plan/importer/gazetteer.hpp"
#include "plan/importer/imported_plan.hpp"
#include "plan/importer/outline.hpp"

namespace caicach::plan::importer
{

/// Stages 4 and 5: what each part of the outline is, and its fields. Fills the items and the
/// fates of the lines of the body and the annexes.
struct ItemsFound {
    std::vector<ImportedItem> items{};
    std::vector<LineFate> lines{};
    std::vector<Note> notes{};
};
[[nodiscard]] ItemsFound items_of(const std::vector<Paragraph>& paragraphs, const Parts& parts,
                                  const Outline& outline, const Gazetteer& gazetteer, int year,
                                  std::size_t line_count);

}  // namespace caicach::plan::importer
