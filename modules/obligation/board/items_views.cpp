#include <algorithm>
#include <map>
#include <utility>

#include "obligation/board/board_part_views.hpp"
#include "obligation/board/board_views.hpp"
#include "obligation/board/matrix_views.hpp"
#include "obligation/board/tables.hpp"
#include "obligation/limits.hpp"
#include "obligation/paths.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

Matrix agency_items(const Board& board, std::span<const Work> works)
{
    const auto& plan = board.watched.plan;
    Matrix matrix{.title = "Theo cơ quan và mục", .row_title = "Cơ quan"};
    std::vector<std::string> codes;
    codes.reserve(works.size());
    for (const auto& work : works) {
        matrix.columns.push_back(work.path);
        codes.push_back(plan::item_code(work.lineage.value));
    }
    std::map<std::pair<organisation::AgencyId, plan::ItemId>, const ItemSums*> all;
    for (const auto& entry : board.items) all[{entry.agency, entry.lineage}] = &entry;
    for (const auto& agency : board.agencies) {
        MatrixRow row{.name = agency.name, .path = tasks_path(plan, {.agency = agency.code})};
        bool owes = false;
        for (std::size_t i = 0; i < works.size(); ++i) {
            auto& cell = row.cells.emplace_back();
            const auto found = all.find({agency.id, works[i].lineage});
            if (found == all.end()) continue;
            owes = true;
            const BoardFilter filter{.among = Among::owed, .agency = agency.code, .item = codes[i]};
            cell = {.sums = found->second->of_whole_plan(), .path = tasks_path(plan, filter)};
        }
        if (owes) matrix.rows.push_back(std::move(row));
    }
    return matrix;
}

std::string items_page_path(const ItemsPage& page, std::size_t first)
{
    auto query = page.board.watched.filter.query();
    if (first > 0) query += (query.empty() ? "?tu=" : "&tu=") + std::to_string(first);
    return board_items_path(page.board.watched.plan.code) + query;
}

void items_pagination(Writer& out, const ItemsPage& page, std::size_t shown)
{
    const auto step = limits::matrix_items;
    const auto total = page.board.works.size();
    const auto previous = page.first == 0
                              ? std::string{}
                              : items_page_path(page, page.first - std::min(step, page.first));
    const auto next =
        page.first + shown < total ? items_page_path(page, page.first + shown) : std::string{};
    const auto range = "Mục " + std::to_string(page.first + 1) + "–" +
                       std::to_string(page.first + shown) + " trong " + std::to_string(total);
    web::pagination(out, {.previous_path = previous, .next_path = next, .shown = range});
}

void items_filters(Writer& out, const Board& board)
{
    const auto path = board_items_path(board.watched.plan.code);
    const auto kinds = kind_choices(board);
    const auto areas = area_choices(board.watched.filter);
    web::filter_form(
        out, {.action = path, .results_id = "bang", .label = "Lọc mục và cơ quan"},
        [&](Writer& fields) {
            web::select_field(fields, {.field = {.name = "loai", .label = "Loại cơ quan"},
                                       .choices = kinds,
                                       .none_text = "Tất cả"});
            web::select_field(fields, {.field = {.name = "linh-vuc", .label = "Lĩnh vực"},
                                       .choices = areas,
                                       .none_text = "Tất cả"});
        });
}

}  // namespace

http::Response items_page(const Context& context, const ItemsPage& page)
{
    const auto& watched = page.board.watched;
    auto frame = web::frame_of(context, "Theo mục: " + watched.plan.title);
    frame.crumbs = crumbs_to(watched.plan);
    frame.is_wide = true;
    const auto shown = std::span{page.board.works}.subspan(page.first);
    const auto works = shown.first(std::min(shown.size(), limits::matrix_items));
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Theo mục của kế hoạch", .caption = watched.plan.title});
        items_filters(out, page.board);
        out({"<section id=\"bang\" aria-label=\"Các bảng\">"});
        if (works.empty()) {
            web::empty_state(out, {.title = "Không có mục nào như vậy",
                                   .text = "Không cơ quan nào phải làm gì ở các mục đã chọn."});
        } else {
            write_with_downloads(out, page.board, items_table(page.board), "muc");
            write_matrix(out, agency_items(page.board, works));
            write_downloads(out, watched, "co-quan-muc");
            items_pagination(out, page, works.size());
        }
        out({"</section>"});
        write_definitions(out);
    });
}

}  // namespace caicach::obligation
