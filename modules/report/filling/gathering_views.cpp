#include "report/filling/gathering_views.hpp"

#include "report/filling/cell.hpp"
#include "web/components/feedback.hpp"

namespace caicach::report
{
namespace
{

using html::Writer;

std::string text_of(const Indicator& indicator, const Total& total)
{
    if (total.is_too_large) return "quá lớn";
    return total.amount ? shown(indicator, *total.amount) : std::string{"–"};
}

}  // namespace

void gathering_note(Writer& out, const Gathering& gathering)
{
    if (gathering.text.empty()) return;
    const auto tone = gathering.lacks_any ? web::Tone::warning : web::Tone::info;
    web::notice(out, {.tone = tone, .text = gathering.text});
    if (!gathering.path.empty())
        out({"<p><a href=\"", html::url(gathering.path), "\">Tổng hợp số các cơ quan gửi</a></p>"});
}

void add_gathered_columns(std::vector<web::Column>& columns)
{
    columns.push_back({.name = "Các cơ quan gửi", .is_number = true});
    columns.push_back({.name = "Số báo cáo", .is_number = true});
}

void gathered_cells(web::Rows& rows, const FilledIndicator& one)
{
    rows.cell([&](Writer& cell) {
        if (!one.gathered) {
            cell({"<span class=\"muted\">không cộng</span>"});
            return;
        }
        const auto& theirs = one.gathered->from_reporters;
        cell({text_of(*one.indicator, theirs), "<br><span class=\"muted\">",
              std::to_string(theirs.counted), " cơ quan</span>"});
    });
    rows.cell([&](Writer& cell) {
        if (one.gathered) {
            together_part(cell, one);
        } else if (const auto own = one.own()) {
            cell({shown(*one.indicator, *own)});
        }
    });
}

void together_part(Writer& out, const FilledIndicator& one)
{
    if (!one.gathered) return;
    out({"<span id=\"gop-", one.indicator->key, "\" data-part>",
         text_of(*one.indicator, one.gathered->together), "</span>"});
}

void together_cell(Writer& out, const FormColumn& column, const FilledRow& row, std::size_t at)
{
    if (row.together.empty() || row.together[at] == row.cells[at]) return;
    const CellKind kind{.is_number = column.is_number, .decimals = column.decimals};
    out({"<br><span class=\"muted\">gồm số các cơ quan gửi: ", shown_cell(kind, row.together[at]),
         "</span>"});
}

}  // namespace caicach::report
