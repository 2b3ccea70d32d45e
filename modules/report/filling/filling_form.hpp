#pragma once
#include <span>
#include <string>
#include <vector>

#include "http/request.hpp"
#include "report/filling/cell_saving.hpp"

/// What a form of the page sends, and what it is told in return.
namespace caicach::report
{

/// Of the hidden field that says what the form showed: a JSON list of names and values.
inline constexpr std::string_view base_field = "base";

/// What a form sends of cells, each with what it began with. invalid "report.cell.unknown" for
/// names that no page of ours has, or too many.
[[nodiscard]] Result<std::vector<CellChange>> changes_in(const http::Request& request);

/// What the form shows of these cells, to be sent along.
[[nodiscard]] std::string base_text(std::span<const http::Field> shown);

/// Cells of the form that somebody else changed, whose fields nobody of this form has touched:
/// shown at once.
struct CellNews {
    std::string control{};
    std::string value{};
};
[[nodiscard]] std::vector<CellNews> news_for(const Definition& definition,
                                             std::span<const FilledCell> stored,
                                             std::span<const CellChange> sent);

}  // namespace caicach::report
