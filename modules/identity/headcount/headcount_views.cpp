#include "identity/headcount/headcount_views.hpp"

#include <array>

#include "http/percent.hpp"
#include "identity/agency_field_views.hpp"
#include "identity/form_fault_views.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::identity
{

namespace
{

using html::Writer;

constexpr std::string_view results_id = "ket-qua";

void filters(Writer& out, const HeadcountPage& page)
{
    const auto day = page.day.vietnamese();
    const std::array reckonings{web::Choice{.value = "",
                                            .label = "Cơ quan của ngày ấy",
                                            .is_chosen = page.reckoning == Reckoning::as_then},
                                web::Choice{.value = "nay",
                                            .label = "Cơ quan hôm nay tiếp nhận",
                                            .is_chosen = page.reckoning == Reckoning::as_now}};
    const auto action = headcount_path();
    web::filter_form(
        out,
        {.action = action, .results_id = results_id, .label = "Chọn ngày", .submit_text = "Xem"},
        [&](Writer& fields) {
            web::date_field(fields, {.name = "ngay", .label = "Tính đến ngày", .value = day});
            web::select_field(
                fields, {.field = {.name = "theo", .label = "Tính theo"}, .choices = reckonings});
        });
}

void row(web::Rows& rows, std::string_view name, const std::vector<StaffCategory>& categories,
         const AgencyHeadcount& headcount)
{
    rows.begin();
    rows.cell(name);
    for (const auto& category : categories) rows.cell(headcount.of(category.key));
    rows.cell(headcount.total());
    rows.end();
}

void results(Writer& out, const HeadcountPage& page)
{
    out({"<div id=\"", results_id, "\" aria-live=\"polite\">"});
    if (page.rows.empty()) {
        out({"<p>Chưa ghi số người của cơ quan nào đến ngày này.</p></div>"});
        return;
    }
    std::vector<web::Column> columns{{.name = "Cơ quan"}};
    const auto categories = staff_categories_on(page.day);
    for (const auto& category : categories)
        columns.push_back({.name = category.text, .is_number = true});
    columns.push_back({.name = "Cộng", .is_number = true});
    const auto caption = "Số người làm việc đến ngày " + page.day.vietnamese();
    web::table(out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
        for (const auto& one : page.rows) row(rows, one.agency.name, categories, one.headcount);
        row(rows, "Cộng", categories, page.sum);
    });
    out({"<p class=\"muted\">Đảng viên đã nằm trong các cột khác nên không cộng thêm.</p></div>"});
}

void entry_form(Writer& out, const Context& context, const HeadcountPage& page,
                const FormFaults& faults)
{
    const auto known = staff_categories_on(context.today());
    std::vector<web::Choice> categories;
    categories.reserve(known.size());
    for (const auto& category : known)
        categories.push_back({.value = category.key,
                              .label = category.text,
                              .is_chosen = page.form.value("category") == category.key});
    const auto action = headcount_path();
    out({"<h2>Ghi một số</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        agency_field(fields, {.agencies = page.agencies, .none_text = "Chọn cơ quan"},
                     {.name = "agency",
                      .label = "Cơ quan",
                      .value = page.form.value("agency"),
                      .error = faults.at("agency")});
        web::select_field(
            fields,
            {.field = {.name = "category", .label = "Đối tượng", .error = faults.at("category")},
             .choices = categories,
             .none_text = "Chọn đối tượng"});
        web::number_field(fields, {.field = {.name = "people",
                                             .label = "Số người",
                                             .value = page.form.value("people"),
                                             .error = faults.at("people")},
                                   .unit = "người"});
        web::date_field(fields, {.name = "from",
                                 .label = "Từ ngày",
                                 .value = page.form.value("from"),
                                 .hint = "Số này có hiệu lực đến khi có số mới hơn.",
                                 .error = faults.at("from")});
        web::text_field(fields, {.name = "source",
                                 .label = "Nguồn",
                                 .value = page.form.value("source"),
                                 .hint = "Văn bản hoặc báo cáo có con số này",
                                 .error = faults.at("source")});
        web::submit_button(fields, {.text = "Ghi"});
    });
}

void table_form(Writer& out, const Context& context, const HeadcountPage& page,
                const FormFaults& faults)
{
    const auto action = headcount_table_path();
    out({"<h2>Dán cả bảng</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::text_area(fields, {.name = "table",
                                .label = "Bảng chép từ Excel",
                                .value = page.form.value("table"),
                                .hint = "Mỗi dòng năm cột: mã cơ quan, đối tượng, từ ngày, số "
                                        "người, nguồn. Sai một dòng thì không dòng nào được ghi.",
                                .error = faults.at("table")});
        web::submit_button(fields, {.text = "Ghi cả bảng"});
    });
}

}  // namespace

http::Response headcount_page(const Context& context, const HeadcountPage& page)
{
    auto frame = web::frame_of(context, "Số người làm việc");
    frame.is_wide = true;
    const FormFaults faults(context, page.form);
    auto file = headcount_file_path() + "?ngay=" + page.day.iso();
    if (page.reckoning == Reckoning::as_now) file += "&theo=nay";
    const auto content = [&](Writer& out) {
        faults.summary(out);
        web::page_title(out,
                        {.title = "Số người làm việc",
                         .lead = "Cán bộ, công chức, viên chức, người lao động của từng cơ quan "
                                 "theo ngày: mẫu số của mọi tỷ lệ tham gia."},
                        [&](Writer& actions) {
                            web::link_button(
                                actions,
                                {.text = "Tải về (CSV)", .path = file, .is_download = true});
                        });
        filters(out, page);
        results(out, page);
        entry_form(out, context, page, faults);
        table_form(out, context, page, faults);
    };
    return web::show(frame, content, faults.status());
}

}  // namespace caicach::identity
