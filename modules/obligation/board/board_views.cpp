#include "obligation/board/board_views.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "obligation/board/board_part_views.hpp"
#include "obligation/board/late_month_paths.hpp"
#include "obligation/board/matrix_views.hpp"
#include "obligation/board/table_views.hpp"
#include "obligation/board/tables.hpp"
#include "obligation/board/trend_views.hpp"
#include "obligation/budget/budget_paths.hpp"
#include "obligation/obstacle/obstacle_paths.hpp"
#include "obligation/own_plan/own_plan_paths.hpp"
#include "obligation/paths.hpp"
#include "obligation/target/target_paths.hpp"
#include "text/number.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

std::string caption_of(const plan::PlanSummary& plan)
{
    return plan.number.empty() ? "Theo dõi thực hiện" : "Theo dõi thực hiện " + plan.number;
}

std::string as_of(Date today)
{
    return "Việc có hạn đến hết ngày " + today.plus_days(-1).vietnamese() + ".";
}

/// Plans of earlier years by their codes.
std::vector<std::pair<std::string_view, std::string>> plan_labels(const Board& board)
{
    std::vector<std::pair<std::string_view, std::string>> labels;
    labels.reserve(board.comparable.size());
    for (const auto& plan : board.comparable) {
        const auto& name = plan.number.empty() ? plan.title : plan.number;
        labels.emplace_back(plan.code, std::to_string(plan.first_year) + ": " + name);
    }
    return labels;
}

/// The years of a plan of several that have begun, the newest first.
std::vector<std::string> year_labels(const Board& board)
{
    std::vector<std::string> labels;
    const auto& plan = board.watched.plan;
    if (is_of_one_year(plan)) return labels;
    for (int year = std::min(plan.last_year, board.watched.today.year()); year >= plan.first_year;
         --year)
        labels.push_back(std::to_string(year));
    return labels;
}

/// Why no earlier year stands beside it.
std::string_view no_year(const Board& board)
{
    if (board.is_narrowed)
        return "Đang lọc cơ quan nên không đặt năm trước bên cạnh: năm ấy có những cơ quan khác. "
               "Bỏ "
               "lọc để so.";
    if (board.comparable.empty()) return "Chưa có kế hoạch của năm nào trước đó để so.";
    return "Không kế hoạch nào của năm trước cùng loại và cùng nơi điều phối (hoặc nơi mà cơ quan "
           "điều phối nay tiếp nhận). Chọn một kế hoạch ở ô “So với kế hoạch” để so.";
}

void write_years(Writer& out, const Board& board)
{
    if (board.before) {
        write_with_downloads(out, board, years_table(board), "nam-truoc");
    } else {
        out({"<h2>So với năm trước</h2><p>", no_year(board), "</p>"});
    }
}

void board_filters(Writer& out, const Board& board)
{
    constexpr std::array states{State::overdue, State::fulfilled_late, State::excused};
    const auto path = board_path(board.watched.plan.code);
    const auto kinds = kind_choices(board);
    const auto plans = plan_labels(board);
    std::vector<web::Choice> beside;
    beside.reserve(plans.size());
    for (const auto& [code, label] : plans)
        beside.push_back({code, label, {}, code == board.watched.filter.beside});
    const auto labels = year_labels(board);
    std::vector<web::Choice> years;
    years.reserve(labels.size());
    for (const auto& year : labels)
        years.push_back({year, year, {}, year == board.watched.filter.year});
    auto chosen = state_choices(board.watched.filter, states);
    chosen.push_back(among_choice(board.watched.filter, Among::due_soon));
    web::filter_form(
        out, {.action = path, .results_id = "bang", .label = "Lọc cơ quan"}, [&](Writer& fields) {
            web::select_field(fields, {.field = {.name = "loai", .label = "Loại cơ quan"},
                                       .choices = kinds,
                                       .none_text = "Tất cả"});
            web::select_field(fields, {.field = {.name = "tinh-trang", .label = "Cơ quan có việc"},
                                       .choices = chosen,
                                       .none_text = "Tất cả"});
            if (!years.empty())
                web::select_field(fields, {.field = {.name = "nam", .label = "Năm đem so"},
                                           .choices = years,
                                           .none_text = "Năm đang chạy"});
            if (beside.empty()) return;
            web::select_field(fields, {.field = {.name = "voi", .label = "So với kế hoạch"},
                                       .choices = beside,
                                       .none_text = "Cùng loại, gần nhất"});
        });
}

Matrix agency_months(const Board& board)
{
    const auto& plan = board.watched.plan;
    const auto months = months_in(board.months);
    Matrix matrix{.title = "Theo cơ quan và tháng đến hạn", .row_title = "Cơ quan"};
    for (const auto& month : months) matrix.columns.push_back(month_label(month));
    std::map<std::pair<organisation::AgencyId, std::string_view>, const Sums*> all;
    for (const auto& entry : board.months) all[{entry.agency, entry.month}] = &entry.sums;
    for (const auto& agency : board.agencies) {
        MatrixRow row{.name = agency.name, .path = tasks_path(plan, {.agency = agency.code})};
        row.cells.reserve(months.size());
        for (const auto& month : months) {
            const auto found = all.find({agency.id, month});
            if (found == all.end()) {
                row.cells.emplace_back();
                continue;
            }
            const BoardFilter filter{.among = Among::owed, .agency = agency.code, .month = month};
            row.cells.push_back({.sums = *found->second, .path = tasks_path(plan, filter)});
        }
        matrix.rows.push_back(std::move(row));
    }
    return matrix;
}

void write_overdue(Writer& out, const Board& board)
{
    const auto sums = sums_of(board.months);
    if (sums.overdue == 0) return;
    const auto behind = std::ranges::count_if(board.agencies, [&](const auto& agency) {
        return sums_of(board.months, agency.id).overdue > 0;
    });
    web::notice(out, {.tone = web::Tone::danger,
                      .text = text::format_integer(behind) + " cơ quan còn " +
                              text::format_integer(sums.overdue) + " việc quá hạn."});
}

void write_links(Writer& out, const plan::PlanSummary& plan)
{
    const std::array<std::pair<std::string_view, std::string>, 9> links{
        {{"Theo mục", board_items_path(plan.code)},
         {"Chỉ tiêu", plan_targets_path(plan.code)},
         {"Kinh phí", budget_register_path(plan.code)},
         {"Cơ quan chậm", board_late_path(plan.code)},
         {"Chậm theo tháng", late_month_path(plan.code)},
         {"Vướng mắc", plan_obstacles_path(plan.code)},
         {"Kế hoạch riêng", register_path(plan.code)},
         {"Từng việc", board_tasks_path(plan.code)},
         {"Mở kế hoạch", "/ke-hoach/" + plan.slug}}};
    out({"<div class=\"row no-print\">"});
    for (const auto& [text, path] : links)
        web::link_button(out, {.text = text, .path = path, .is_small = true});
    web::print_button(out);
    out({"</div>"});
}

/// What everyone may see, and where that is changed.
void write_publishing(Writer& out, const BoardPage& page)
{
    const auto& plan = page.board.watched.plan;
    out({"<section class=\"no-print\"><h2>Công khai</h2><p>"});
    if (page.shown_to_all.empty()) {
        out({"Chỉ người theo dõi xem được các số này."});
    } else {
        out({"Ai cũng xem được: ", page.shown_to_all, ", không nêu tên cơ quan: <a href=\"",
             html::url(public_board_path(plan.slug)), "\">trang công khai</a>."});
    }
    out({"</p>"});
    if (page.may_publish)
        web::link_button(
            out,
            {.text = "Chọn phần công khai", .path = publish_path(plan.code), .is_small = true});
    out({"</section>"});
}

void write_tables(Writer& out, const Board& board)
{
    write_with_downloads(out, board, agencies_table(board), "co-quan");
    const auto matrix = agency_months(board);
    if (!matrix.columns.empty()) {
        write_matrix(out, matrix);
        write_downloads(out, board.watched, "co-quan-thang");
    }
    write_with_downloads(out, board, months_table(board), "thang");
    write_with_downloads(out, board, areas_table(board), "linh-vuc");
    write_years(out, board);
}

BoardTable plans_table(const BoardsPage& page)
{
    BoardTable table{.title = "Kế hoạch năm " + std::to_string(page.year),
                     .columns = {{.name = "Kế hoạch"}}};
    add_sums_columns(table);
    for (const auto& [plan, sums] : page.plans) {
        const auto number = plan.number.empty() ? std::string{} : plan.number + " – ";
        std::vector<BoardCell> row{text_cell(number + plan.title, board_path(plan.code))};
        add_sums(row, {.plan = plan, .today = page.today}, sums, {});
        table.rows.push_back(std::move(row));
    }
    return table;
}

void years_tabs(Writer& out, const BoardsPage& page)
{
    if (page.years.size() < 2) return;
    std::vector<std::string> texts;
    std::vector<std::string> paths;
    texts.reserve(page.years.size());
    paths.reserve(page.years.size());
    for (const auto year : page.years) {
        texts.push_back("Năm " + std::to_string(year));
        paths.push_back(boards_path() + "?nam=" + std::to_string(year));
    }
    std::vector<web::Tab> entries;
    entries.reserve(page.years.size());
    for (std::size_t i = 0; i < page.years.size(); ++i)
        entries.push_back(
            {.text = texts[i], .path = paths[i], .is_current = page.years[i] == page.year});
    web::tabs(out, "Năm của kế hoạch", entries);
}

}  // namespace

http::Response boards_page(const Context& context, const BoardsPage& page)
{
    const auto frame = web::frame_of(context, "Theo dõi thực hiện");
    return web::show(frame, [&](Writer& out) {
        const auto lead = as_of(context.today());
        web::page_title(out, {.title = "Theo dõi thực hiện", .lead = lead});
        years_tabs(out, page);
        if (page.plans.empty()) {
            web::empty_state(out, {.title = "Chưa có kế hoạch nào để theo dõi",
                                   .text = "Kế hoạch do cơ quan trong phạm vi của bạn điều phối "
                                           "xuất hiện ở đây khi được đưa vào thực hiện."});
            return;
        }
        write_table(out, plans_table(page));
        write_definitions(out);
    });
}

http::Response board_page(const Context& context, const BoardPage& page)
{
    const auto& plan = page.board.watched.plan;
    auto frame = web::frame_of(context, "Theo dõi: " + plan.title);
    frame.crumbs = {{.text = "Theo dõi", .path = boards_path()}};
    frame.is_wide = true;
    return web::show(frame, [&](Writer& out) {
        const auto caption = caption_of(plan);
        const auto lead = as_of(page.board.watched.today);
        web::page_title(out, {.title = plan.title, .caption = caption, .lead = lead});
        write_links(out, plan);
        board_filters(out, page.board);
        out({"<section id=\"bang\" aria-label=\"Các bảng\">"});
        write_views(out, context, page.views);
        write_overdue(out, page.board);
        write_trend(out, page.board);
        write_tables(out, page.board);
        out({"</section>"});
        write_definitions(out);
        write_publishing(out, page);
    });
}

}  // namespace caicach::obligation
