#include <vector>

#include "obligation/board/board_part_views.hpp"
#include "obligation/board/table_views.hpp"
#include "obligation/own_plan/own_plan_contents.hpp"
#include "obligation/own_plan/own_plan_paths.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

/// Texts that choices look at.
struct Named {
    std::string value{};
    std::string label{};
};

std::vector<web::Choice> choices_of(const std::vector<Named>& all, std::string_view chosen)
{
    std::vector<web::Choice> choices;
    choices.reserve(all.size());
    for (const auto& [value, label] : all)
        choices.push_back({.value = value, .label = label, .is_chosen = value == chosen});
    return choices;
}

void filters(Writer& out, const OwnPlanContents& page)
{
    std::vector<Named> items;
    std::vector<Named> agencies;
    for (const auto& work : page.own.works)
        items.push_back({plan::item_code(work.lineage.value), work.path + ". " + work.title});
    for (const auto& row : page.own.rows)
        if (agencies.empty() || agencies.back().value != row.agency.code)
            agencies.push_back({row.agency.code, row.agency.name});
    const auto path = contents_path(page.own.plan.code);
    const auto of_items = choices_of(items, page.filter.item);
    const auto of_agencies = choices_of(agencies, page.filter.agency);
    web::filter_form(out,
                     {.action = path,
                      .results_id = "noi-dung",
                      .label = "Chọn mục, cơ quan",
                      .clear_path = page.filter.is_empty() ? std::string_view{} : path},
                     [&](Writer& fields) {
                         web::select_field(fields, {.field = {.name = "muc", .label = "Mục"},
                                                    .choices = of_items,
                                                    .none_text = "Tất cả"});
                         web::select_field(fields,
                                           {.field = {.name = "co-quan", .label = "Cơ quan"},
                                            .choices = of_agencies,
                                            .none_text = "Tất cả"});
                     });
}

void downloads(Writer& out, const OwnPlanContents& page)
{
    const auto query = page.filter.query();
    const auto csv = contents_path(page.own.plan.code, ".csv" + query);
    const auto xlsx = contents_path(page.own.plan.code, ".xlsx" + query);
    web::form_actions(out, [&](Writer& buttons) {
        web::link_button(buttons, {.text = "CSV", .path = csv, .is_download = true});
        web::link_button(buttons, {.text = "Excel", .path = xlsx, .is_download = true});
        web::print_button(buttons);
    });
}

}  // namespace

http::Response contents_page(const Context& context, const OwnPlanContents& page)
{
    const auto& plan = page.own.plan;
    auto frame = web::frame_of(context, "Nội dung kế hoạch riêng: " + plan.title);
    frame.crumbs = crumbs_to(plan);
    const auto own_register = register_path(plan.code);
    frame.crumbs.push_back({.text = "Kế hoạch riêng của các cơ quan", .path = own_register});
    frame.is_wide = true;
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Nội dung kế hoạch riêng", .caption = plan.title});
        filters(out, page);
        out({"<section id=\"noi-dung\" aria-label=\"Nội dung đã nêu\">"});
        if (page.table.rows.empty()) {
            web::empty_state(out, {.title = "Chưa có nội dung nào",
                                   .text = "Khi cơ quan gửi kế hoạch riêng và nêu hoạt động cho "
                                           "từng mục được giao, nội dung đứng ở đây."});
        } else if (page.filter.is_empty()) {
            write_table(out, page.summary);
            downloads(out, page);
        } else {
            write_table(out, page.table);
            downloads(out, page);
        }
        out({"</section>"});
    });
}

}  // namespace caicach::obligation
