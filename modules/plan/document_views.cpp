#include <array>

#include "plan/document_form.hpp"
#include "plan/draft_views.hpp"
#include "plan/form_views.hpp"
#include "plan/paths.hpp"
#include "plan/review_views.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"

namespace caicach::plan
{
namespace
{

using html::Writer;

struct Row {
    std::string_view name{};
    std::string_view label{};
    web::Requirement requirement{web::Requirement::optional};
};

void write_text(Writer& out, const Context& context, const http::Form& form, const Row& row)
{
    const auto fault = fault_of(context, form, row.name);
    const web::Field field{.name = row.name,
                           .label = row.label,
                           .value = form.value(row.name),
                           .error = fault,
                           .requirement = row.requirement};
    if (row.name == "title") {
        web::text_area(out, field);
    } else if (row.name == "issued_on") {
        web::date_field(out, field);
    } else {
        web::text_field(out, field);
    }
}

void write_coordinator(Writer& out, const Context& context, const DocumentPage& page)
{
    std::vector<web::Choice> choices;
    for (const auto& agency : page.agencies) {
        choices.push_back({agency.code, agency.name, {}, agency.code == page.coordinator_code});
    }
    const auto fault = fault_of(context, page.form, "coordinator");
    web::combobox_field(out, {.field = {.name = "coordinator",
                                        .label = "Cơ quan điều phối",
                                        .hint = "Cơ quan giúp Ủy ban nhân dân theo dõi kế hoạch; "
                                                "người của cơ quan này rà soát và cập nhật.",
                                        .error = fault},
                              .choices = choices});
}

void write_fields(Writer& out, const Context& context, const DocumentPage& page)
{
    using web::Requirement;
    write_text(out, context, page.form, {"title", "Tên kế hoạch", Requirement::required});
    out({"<div class=\"form__columns\">"});
    write_text(out, context, page.form, {"kind", "Loại văn bản"});
    write_text(out, context, page.form, {"number", "Số, ký hiệu"});
    write_text(out, context, page.form, {"issued_on", "Ngày ban hành"});
    write_text(out, context, page.form, {"issuer", "Cơ quan ban hành", Requirement::required});
    write_text(out, context, page.form, {"province", "Tỉnh, thành phố"});
    write_text(out, context, page.form, {"year", "Năm của kế hoạch", Requirement::required});
    const bool is_communication = page.form.value("subject") == "communication";
    const std::array<web::Choice, 2> subjects{
        {{"reform", subject_label("reform"), {}, !is_communication},
         {"communication", subject_label("communication"), {}, is_communication}}};
    web::select_field(out,
                      {.field = {.name = "subject", .label = "Kế hoạch về"}, .choices = subjects});
    write_text(out, context, page.form, {"signer_name", "Người ký"});
    write_text(out, context, page.form, {"signer_title", "Chức vụ người ký"});
    out({"</div>"});
    write_coordinator(out, context, page);
}

void write_notes(Writer& out, const Context& context, const Edition& edition)
{
    if (edition.notes.empty()) return;
    out({"<section class=\"card\"><h2>Lưu ý khi đọc văn bản</h2><ul>"});
    for (const auto& note : edition.notes) {
        out({"<li>", need_text(context, {note.key, note.text}), "</li>"});
    }
    out({"</ul></section>"});
}

}  // namespace

http::Response document_page(const Context& context, const DocumentPage& page)
{
    const auto& edition = page.review.edition;
    const auto frame = draft_frame(context, edition, "Về văn bản");
    const auto version = std::to_string(edition.version);
    return web::show(
        frame,
        [&](Writer& out) {
            write_faults(out, context, page.form);
            web::page_title(out, {.title = "Về văn bản", .caption = draft_name(edition)});
            draft_tabs(out,
                       {.edition = edition,
                        .current = "van-ban",
                        .open = static_cast<std::int64_t>(page.review.open.count()),
                        .changes = page.review.changes.empty() ? -1 : page.review.open.changes});
            write_notes(out, context, edition);
            const auto action = draft_path(edition, "van-ban");
            web::form(out, {.action = action, .csrf = context.surroundings().csrf, .is_wide = true},
                      [&](Writer& form) {
                          web::hidden(form, {.name = "version", .value = version});
                          write_fields(form, context, page);
                          if (!edition.notes.empty()) {
                              web::checkbox_field(form,
                                                  {.field = {.name = "notes_seen",
                                                             .label = "Đã xem các lưu ý ở trên"}});
                          }
                          web::form_actions(
                              form, [](Writer& row) { web::submit_button(row, {.text = "Lưu"}); });
                      });
        },
        page.form.has_errors() ? 422 : 200);
}

}  // namespace caicach::plan
