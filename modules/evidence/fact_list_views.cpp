#include "evidence/fact_list_views.hpp"

#include <array>

#include "evidence/fact_rows.hpp"
#include "evidence/fact_views.hpp"
#include "evidence/paths.hpp"
#include "evidence/product_subjects.hpp"
#include "once/once.hpp"
#include "text/number.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::evidence
{
namespace
{

using html::Writer;

std::vector<web::Choice> product_choices(std::string_view chosen)
{
    std::vector<web::Choice> choices;
    choices.reserve(products().size());
    for (const auto& product : products())
        choices.push_back(
            {.value = product.key, .label = product.text, .is_chosen = product.key == chosen});
    return choices;
}

bool is_filtered(const ListQuery& query)
{
    return !query.product.empty() || !query.kind.empty() || query.standing || query.from ||
           query.to;
}

void filters(Writer& out, const FactListPage& page, const web::Fault& fault)
{
    std::vector<web::Choice> agencies;
    agencies.reserve(page.agencies.size());
    for (const auto& agency : page.agencies)
        agencies.push_back(
            {.value = agency.slug, .label = agency.name, .is_chosen = agency.id == page.agency.id});
    std::vector<web::Choice> standings;
    standings.reserve(3);
    for (const auto standing : {Standing::counts, Standing::refused, Standing::taken_back})
        standings.push_back({.value = name_of(standing),
                             .label = label_of(standing),
                             .is_chosen = page.query.standing == standing});
    const auto kinds = product_choices(page.query.product);
    const auto action = facts_path();
    const auto clear = is_filtered(page.query) ? action : std::string{};
    const web::FilterForm form{.action = action, .results_id = "ket-qua", .clear_path = clear};
    web::filter_form(out, form, [&](Writer& fields) {
        if (!page.query.kind.empty())
            web::hidden(fields, {.name = "nguon", .value = page.query.kind});
        if (!agencies.empty())
            web::combobox_field(
                fields, {.field = {.name = "co-quan", .label = "Cơ quan"}, .choices = agencies});
        web::select_field(
            fields,
            {.field = {.name = "loai", .label = "Loại"}, .choices = kinds, .none_text = "Tất cả"});
        web::select_field(fields, {.field = {.name = "tinh-trang", .label = "Tình trạng"},
                                   .choices = standings,
                                   .none_text = "Tất cả"});
        web::date_field(
            fields,
            {.name = "tu", .label = "Từ ngày", .value = page.from, .error = fault.at("tu")});
        web::date_field(
            fields,
            {.name = "den", .label = "Đến ngày", .value = page.to, .error = fault.at("den")});
    });
}

void facts_table(Writer& out, const FactListPage& page)
{
    constexpr std::array columns{
        web::Column{.name = "Kết quả"}, web::Column{.name = "Ngày"}, web::Column{.name = "Loại"},
        web::Column{.name = "Số lượng", .is_number = true}, web::Column{.name = "Tình trạng"}};
    web::table(out, {.caption = "Mới nhất trước", .columns = columns}, [&](web::Rows& rows) {
        for (std::size_t i = 0; i < page.facts.size(); ++i) {
            const auto& fact = page.facts[i];
            const auto path = fact_path(fact);
            rows.begin();
            rows.cell([&](Writer& cell) {
                cell({"<a href=\"", html::url(path), "\">", fact.title, "</a>"});
                if (!page.about[i].empty()) cell({"<br>Được kiểm tra: ", page.about[i]});
            });
            rows.cell([&](Writer& cell) { web::date(cell, fact.happened_on); });
            rows.cell(product_label(fact));
            rows.cell(text::format_integer(fact.quantity) + " " + fact.unit);
            rows.cell([&](Writer& cell) { standing_tag(cell, fact.standing); });
            rows.end();
        }
    });
}

/// Folded, for most facts are no inspections.
void write_inspection(Writer& out, const NewFactPage& page, const web::Fault& fault)
{
    const bool is_open = !page.typed.subjects.is_empty() || !fault.at("about").empty() ||
                         !fault.at("manner").empty();
    std::string names;
    for (const auto& one : subject_products()) {
        const auto* product = product_of(one.product);
        if (product != nullptr) names += (names.empty() ? "" : "; ") + product->text;
    }
    out({"<details class=\"quiet-details\"", html::when(is_open, " open"),
         "><summary>Là cuộc kiểm tra: ghi cơ quan được kiểm tra</summary><p>Dùng cho loại: ", names,
         ".</p>"});
    out({"<div class=\"form__columns\">"});
    subject_fields(out, page.typed.subjects, page.agencies, fault);
    out({"</div></details>"});
}

}  // namespace

http::Response fact_list_page(const Context& context, const FactListPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    auto frame = web::frame_of(context, "Minh chứng");
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            const web::PageTitle title{.title = "Minh chứng", .caption = page.agency.name};
            web::page_title(out, title, [&](Writer& actions) {
                if (!page.may_record) return;
                web::link_button(actions, {.text = "Nhập từ bảng", .path = imports_path()});
                web::link_button(actions, {.text = "Ghi kết quả",
                                           .path = new_fact_path(),
                                           .emphasis = web::Emphasis::primary});
            });
            write_sides(out, page.agency.slug, false);
            filters(out, page, fault);
            out({"<div id=\"ket-qua\">"});
            if (page.facts.empty()) {
                web::empty_state(
                    out, {.title = "Không có kết quả nào",
                          .text = "Kết quả mà cơ quan báo, ghi, hoặc các chuyên mục ghi nhận, đứng "
                                  "ở đây."});
            } else {
                facts_table(out, page);
                web::link_button(out, {.text = "Tải gói minh chứng (ZIP)",
                                       .path = page.pack_path,
                                       .is_download = true});
                web::pagination(out, {.next_path = page.next_path});
            }
            out({"</div>"});
        },
        fault.status);
}

void write_sides(Writer& out, std::string_view slug, bool is_about)
{
    const auto own = facts_path() + "?co-quan=" + std::string{slug};
    const auto about = facts_about_path() + "?co-quan=" + std::string{slug};
    const std::array tabs{
        web::Tab{.text = "Cơ quan làm", .path = own, .is_current = !is_about},
        web::Tab{.text = "Cơ quan được kiểm tra", .path = about, .is_current = is_about}};
    web::tabs(out, "Phía của cơ quan", tabs);
}

http::Response new_fact_page(const Context& context, const NewFactPage& page)
{
    const auto fault = web::fault_of(context, page.error);
    const auto kinds = product_choices(page.product);
    const auto action = facts_path();
    auto frame = web::frame_of(context, "Ghi kết quả");
    frame.crumbs = {{.text = "Minh chứng", .path = facts_path()}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, fault);
            web::page_title(out, {.title = "Ghi kết quả", .caption = page.agency});
            out(
                {"<p>Kết quả được tính ngay cho mọi việc của cơ quan cần loại sản phẩm này trong "
                 "kỳ.</p>"});
            web::form(out,
                      {.action = action, .csrf = context.surroundings().csrf, .takes_files = true},
                      [&](Writer& fields) {
                          web::hidden(fields, {.name = once::field, .value = page.key});
                          web::select_field(
                              fields,
                              {.field = {.name = "product",
                                         .label = "Loại sản phẩm",
                                         .hint = "Loại khác thì không được tính cho định mức nào.",
                                         .error = fault.at("product"),
                                         .requirement = web::Requirement::optional},
                               .choices = kinds,
                               .none_text = "Loại khác"});
                          write_inspection(fields, page, fault);
                          fact_fields(fields, page.typed, {}, fault);
                          web::submit_button(fields, {.text = "Ghi kết quả"});
                      });
        },
        fault.status);
}

}  // namespace caicach::evidence
