#pragma once
#include <span>
#include <string_view>

#include "web/components/parts.hpp"

namespace caicach::web
{

/// One piece of a plan in force, as everyone sees it.
struct PlanItem {
    std::string_view anchor{};  ///< stable for ever: links point at it
    std::string_view path{};    ///< "II.1.a"
    Tag kind{};
    std::string_view title{};
    std::string_view context{};  ///< the headings above it
    bool is_requested{};
    std::span<const Fact> facts{};
    std::string_view source_text{};   ///< quoted from the document
    std::string_view source_place{};  ///< "Dòng 12–15, trang 2"
};

/// Items in ordered lists, one below each heading of the document; where there are none it says
/// so.
void plan_items(html::Writer& out, std::span<const PlanItem> items);

/// The same list in forms for machines and desks: CSV, XLSX, JSON, ICS.
struct Download {
    std::string_view text{};  ///< "CSV"
    std::string_view path{};
};
void downloads(html::Writer& out, std::span<const Download> entries);

}  // namespace caicach::web
