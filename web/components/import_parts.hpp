#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "html/html.hpp"

/// Pages on which tables that people bring are looked at before they are taken over.
namespace caicach::web
{

/// Why a row cannot be taken over.
struct ImportConflict {
    int row{};                  ///< as people see it beside the row
    std::string_view column{};  ///< the title
    std::string message{};      ///< what is wrong, and what to do
};
/// "Dòng 7, cột Tên: …": where and why, `shown_max` of them.
void import_conflicts(html::Writer& out, std::string_view caption,
                      std::span<const ImportConflict> conflicts, std::size_t shown_max);

}  // namespace caicach::web
