#include "organisation/directory_views.hpp"

#include <array>

#include "organisation/day_asked.hpp"
#include "organisation/paths.hpp"
#include "web/components/fields.hpp"
#include "web/components/parts.hpp"

namespace caicach::organisation
{

void directory_tabs(html::Writer& out, std::string_view current_path, Date day, Date today)
{
    const auto query = day_query(day, today);
    const auto list = agencies_path() + query;
    const auto tree = agency_tree_path() + query;
    const auto groups = groups_path() + query;
    const auto decisions = reorganisations_path();
    const std::array entries{
        web::Tab{.text = "Danh sách", .path = list, .is_current = current_path == agencies_path()},
        web::Tab{
            .text = "Cây tổ chức", .path = tree, .is_current = current_path == agency_tree_path()},
        web::Tab{
            .text = "Nhóm cơ quan", .path = groups, .is_current = current_path == groups_path()},
        web::Tab{.text = "Sắp xếp tổ chức", .path = decisions}};
    web::tabs(out, "Danh mục cơ quan", entries);
}

void directory_day_form(html::Writer& out, std::string_view action, Date day, Date today,
                        const web::HiddenValue& kept)
{
    const auto shown = day == today ? std::string{} : day.vietnamese();
    const auto clear = day == today ? std::string_view{} : action;
    web::filter_form(out,
                     {.action = action,
                      .results_id = "ket-qua",
                      .label = "Chọn ngày",
                      .clear_path = clear,
                      .submit_text = "Xem"},
                     [&](html::Writer& fields) {
                         if (!kept.value.empty()) web::hidden(fields, kept);
                         web::date_field(fields, {.name = "ngay",
                                                  .label = "Vào ngày",
                                                  .value = shown,
                                                  .hint = "Bỏ trống là hôm nay",
                                                  .requirement = web::Requirement::optional});
                     });
}

}  // namespace caicach::organisation
