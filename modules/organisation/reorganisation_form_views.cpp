#include <algorithm>
#include <array>
#include <utility>

#include "organisation/offered_names_views.hpp"
#include "organisation/paths.hpp"
#include "organisation/reorganisation_views.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"

/// The form of one decision, and what would follow from it.
namespace caicach::organisation
{
namespace
{

using html::Writer;
using enum ReorganisationKind;

constexpr std::string_view names_id = "co-quan";

/// The field of the form where a fault of the decision is mended.
std::string field_of(const Error& error)
{
    if (error.field == "heirs") return heir_field(0);
    if (error.field == "shares") return share_field(0);
    return error.field;
}

struct Fault {
    std::string field{};
    std::string message{};

    [[nodiscard]] std::string_view at(std::string_view name) const
    {
        return name == field ? std::string_view(message) : std::string_view{};
    }
};

std::string_view subject_label(ReorganisationKind kind)
{
    switch (kind) {
        case rename:
            return "Cơ quan đổi tên";
        case merge:
            return "Cơ quan sau khi nhập";
        case split:
            return "Cơ quan chia, tách";
        case dissolve:
            return "Cơ quan kết thúc hoạt động";
        case transfer:
            return "Cơ quan chuyển đi";
    }
    return {};
}

void name_field(Writer& out, const web::Field& field)
{
    auto with_list = field;
    with_list.list_id = names_id;
    web::text_field(out, with_list);
}

/// What is chosen and what is offered: without script there is nothing else to choose from.
void several(Writer& out, const web::Field& field, const std::vector<std::string>& chosen,
             const std::vector<std::string>& offered)
{
    std::vector<web::Choice> choices;
    choices.reserve(chosen.size() + offered.size());
    for (const auto& name : chosen)
        choices.push_back({.value = name, .label = name, .is_chosen = true});
    for (const auto& name : offered) {
        if (std::ranges::find(chosen, name) == chosen.end())
            choices.push_back({.value = name, .label = name});
    }
    auto with_list = field;
    with_list.list_id = names_id;
    web::multiple_field(out, {.field = with_list, .choices = choices, .more_id = names_id});
}

void heir_rows(Writer& out, const ReorganisationForm& form, const Fault& fault)
{
    out(
        {"<fieldset><legend>Cơ quan tiếp nhận</legend>"
         "<p>Đơn vị trực thuộc chuyển về cơ quan ghi đầu tiên. Tỷ lệ dùng để chia số liệu của "
         "những "
         "năm trước; bỏ trống là 0%.</p>"});
    for (std::size_t row = 0; row < form.heirs.size(); ++row) {
        const auto number = std::to_string(row + 1);
        const auto heir = heir_field(row);
        const auto share = share_field(row);
        const auto heir_label = "Cơ quan " + number;
        const auto share_label = "Tỷ lệ " + number;
        const auto is_needed = row < (form.kind == split ? 2U : form.kind == transfer ? 1U : 0U);
        const auto requirement =
            is_needed ? web::Requirement::required : web::Requirement::optional;
        out({"<div class=\"form__columns\">"});
        name_field(out, {.name = heir,
                         .label = heir_label,
                         .value = form.heirs[row].agency,
                         .error = fault.at(heir),
                         .requirement = requirement});
        web::number_field(out, {.field = {.name = share,
                                          .label = share_label,
                                          .value = form.heirs[row].share,
                                          .error = fault.at(share),
                                          .requirement = web::Requirement::optional},
                                .unit = "%"});
        out({"</div>"});
    }
    out({"</fieldset>"});
}

void new_name_fields(Writer& out, const ReorganisationForm& form, const Fault& fault)
{
    const bool is_rename = form.kind == rename;
    web::text_field(
        out, {.name = "name",
              .label = "Tên mới",
              .value = form.name,
              .hint = is_rename ? "" : "Bỏ trống nếu cơ quan giữ tên đang dùng",
              .error = fault.at("name"),
              .requirement = is_rename ? web::Requirement::required : web::Requirement::optional});
    web::text_field(out, {.name = "short_name",
                          .label = "Tên viết tắt mới",
                          .value = form.short_name,
                          .error = fault.at("short_name"),
                          .requirement = web::Requirement::optional});
}

void fields(Writer& out, const ReorganisationFormPage& page, const Fault& fault)
{
    const auto& form = page.form;
    web::hidden(out, {.name = "loai", .value = key_of(form.kind)});
    web::text_field(out, {.name = "document",
                          .label = "Văn bản quyết định",
                          .value = form.document,
                          .hint = "Ví dụ: Nghị quyết số 18/NQ-HĐND ngày 20/02/2025 của HĐND tỉnh",
                          .error = fault.at("document")});
    web::date_field(out, {.name = "day",
                          .label = "Có hiệu lực từ ngày",
                          .value = form.day,
                          .hint = "Ngày đầu tiên theo tổ chức mới",
                          .error = fault.at("day")});
    if (form.kind == merge) {
        several(out,
                {.name = "merged",
                 .label = "Các cơ quan nhập vào, kết thúc hoạt động",
                 .error = fault.at("merged")},
                form.merged, page.offered.names);
    }
    name_field(out,
               {.name = "subject",
                .label = subject_label(form.kind),
                .value = form.subject,
                .hint = form.kind == merge
                            ? "Cơ quan mới thì thêm vào danh mục trước, thành lập đúng ngày này"
                            : "",
                .error = fault.at("subject")});
    if (form.kind == rename || form.kind == merge) new_name_fields(out, form, fault);
    if (form.kind == split || form.kind == transfer || form.kind == dissolve)
        heir_rows(out, form, fault);
    if (form.kind == split) {
        name_field(out, {.name = "names_to",
                         .label = "Tên cũ từ nay chỉ cơ quan nào",
                         .value = form.names_to,
                         .hint = "Bỏ trống thì phần mềm sẽ hỏi lại mỗi khi gặp tên cũ",
                         .error = fault.at("names_to"),
                         .requirement = web::Requirement::optional});
    }
    if (form.kind == transfer) {
        several(out,
                {.name = "moved",
                 .label = "Đơn vị trực thuộc chuyển đi",
                 .hint = "Về cơ quan tiếp nhận ghi đầu tiên",
                 .error = fault.at("moved"),
                 .requirement = web::Requirement::optional},
                form.moved, page.offered.names);
    }
}

void agencies(Writer& out, std::string_view heading, const std::vector<AgencySummary>& list)
{
    if (list.empty()) return;
    out({"<h3>", heading, "</h3><ul>"});
    for (const auto& agency : list) out({"<li>", agency.name, "</li>"});
    out({"</ul>"});
}

void names(Writer& out, std::string_view heading, const std::vector<std::string>& list)
{
    if (list.empty()) return;
    out({"<h3>", heading, "</h3><ul>"});
    for (const auto& name : list) out({"<li>", name, "</li>"});
    out({"</ul>"});
}

void consequence_card(Writer& out, const Consequence& consequence)
{
    out(
        {"<section class=\"card\" aria-labelledby=\"he-qua\"><h2 id=\"he-qua\">Nếu lưu thì</h2>"
         "<p>Chưa có gì được ghi. Hãy xem kỹ, rồi bấm “Lưu quyết định” ở cuối trang.</p>"});
    agencies(out, "Kết thúc hoạt động từ ngày này", consequence.ended);
    agencies(out, "Mang tên mới", consequence.renamed);
    agencies(out, "Chuyển sang cơ quan cấp trên mới", consequence.moved);
    agencies(out, "Chưa có cơ quan cấp trên mới, cần ghi tiếp", consequence.stranded);
    names(out, "Tên cũ từ nay chỉ cơ quan tiếp nhận", consequence.passed_names);
    names(out, "Tên cũ không còn chỉ riêng cơ quan nào", consequence.shared_names);
    const bool is_quiet =
        consequence.ended.empty() && consequence.renamed.empty() && consequence.moved.empty();
    if (is_quiet) out({"<p>Không cơ quan nào kết thúc hay đổi tên; chỉ nhiệm vụ được chuyển.</p>"});
    out({"</section>"});
}

}  // namespace

http::Response reorganisation_form_page(const Context& context, const ReorganisationFormPage& page)
{
    const auto title = std::string(text_of(page.form.kind));
    auto frame = web::frame_of(context, title);
    frame.crumbs = {{.text = "Danh mục cơ quan", .path = agencies_path()},
                    {.text = "Sắp xếp tổ chức", .path = reorganisations_path()}};
    Fault fault;
    if (page.error) fault = {field_of(*page.error), context.message(*page.error)};
    const int status = page.error ? http::status_of(page.error->kind) : 200;
    const auto action = reorganisations_path();
    return web::show(
        frame,
        [&](Writer& out) {
            if (page.error) {
                const std::array errors{
                    web::FieldError{.field_id = fault.field, .message = fault.message}};
                web::error_summary(out, errors);
            }
            web::page_title(out, {.title = title, .caption = "Ghi quyết định sắp xếp"});
            if (page.consequence) consequence_card(out, *page.consequence);
            found_names(out, page.offered);
            web::form(
                out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& form) {
                    fields(form, page, fault);
                    web::form_actions(form, [&](Writer& row) {
                        web::submit_button(row,
                                           {.text = "Xem hệ quả",
                                            .emphasis = page.consequence ? web::Emphasis::secondary
                                                                         : web::Emphasis::primary});
                        if (page.consequence) {
                            web::submit_button(
                                row, {.text = "Lưu quyết định", .name = "save", .value = "1"});
                        }
                    });
                    names_finder(form, page.offered);
                });
            web::names_list(out, names_id, page.offered.names);
        },
        status);
}

}  // namespace caicach::organisation
