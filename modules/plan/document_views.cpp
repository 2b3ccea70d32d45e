#include "plan/document_views.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "plan/document_form.hpp"
#include "plan/draft_views.hpp"
#include "plan/form_views.hpp"
#include "plan/item_form.hpp"
#include "plan/limits.hpp"
#include "plan/open_card_views.hpp"
#include "plan/paths.hpp"
#include "plan/review_views.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/long_choice.hpp"

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
    } else if (row.name == "issued_on" || row.name.starts_with("reference_date")) {
        web::date_field(out, field);
    } else {
        web::text_field(out, field);
    }
}

void write_coordinator(Writer& out, const Context& context, const DocumentPage& page)
{
    std::vector<web::Choice> choices;
    choices.reserve(page.agencies.size());
    for (const auto& agency : page.agencies) {
        choices.push_back({agency.code, agency.name, {}, agency.code == page.coordinator_code});
    }
    const auto fault = fault_of(context, page.form, "coordinator");
    web::long_choice_field(out,
                           {.field = {.name = "coordinator",
                                      .label = "Cơ quan điều phối",
                                      .hint = "Cơ quan giúp Ủy ban nhân dân theo dõi kế hoạch; "
                                              "người của cơ quan này rà soát và cập nhật.",
                                      .error = fault},
                            .choices = choices},
                           {.value = page.coordinator_code, .hint = "Gõ mã hoặc tên cơ quan."});
}

void write_reference(Writer& out, const Context& context, const http::Form& form, std::size_t row)
{
    constexpr std::array<std::string_view, 5> labels{"Loại văn bản", "Số, ký hiệu", "Ngày",
                                                     "Cơ quan ban hành", "Tên văn bản"};
    out({"<div class=\"form__columns\">"});
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto name = row_field(reference_fields[i], row);
        write_text(out, context, form, {name, labels[i]});
    }
    out({"</div>"});
}

/// A row in one line, folded: "Nghị quyết 76/NQ-CP ngày 15/7/2021".
std::string reference_words(const http::Form& form, std::size_t row)
{
    std::string words;
    const auto add = [&](std::string_view before, std::string_view field) {
        const auto value = form.value(row_field(field, row));
        if (!value.empty()) words.append(words.empty() ? "" : before).append(value);
    };
    // A law is known by its name alone, which says its kind.
    if (form.value(row_field("reference_name", row)).empty()) add("", "reference_kind");
    add(" ", "reference_number");
    add(" ", "reference_name");
    add(" ngày ", "reference_date");
    add(" của ", "reference_issuer");
    return words.empty() ? std::string{"(để trống: sẽ bỏ)"} : words;
}

void write_references(Writer& out, const Context& context, const DocumentPage& page)
{
    if (page.document.references.size() >= limits::references_in_form) return;
    const auto rows = reference_rows(page.form);
    out({"<fieldset class=\"field\"><legend>Căn cứ</legend><div id=\"can-cu\" data-part>"});
    for (std::size_t row = 0; row < rows; ++row) {
        const bool is_wrong = std::ranges::any_of(reference_fields, [&](const auto* field) {
            return page.form.error_of(row_field(field, row)) != nullptr;
        });
        out({"<details class=\"quiet-details\"", html::when(is_wrong, " open"), "><summary>",
             row + 1 < rows ? reference_words(page.form, row) : std::string{"Thêm căn cứ"},
             "</summary>"});
        write_reference(out, context, page.form, row);
        out({"</details>"});
    }
    out({"</div></fieldset>"});
}

void write_version(Writer& out, const DocumentPage& page)
{
    out({"<input type=\"hidden\" name=\"version\" id=\"phien-ban\" data-part value=\"",
         page.review.edition.version, "\">"});
}

void write_fields(Writer& out, const Context& context, const DocumentPage& page)
{
    using web::Requirement;
    write_text(out, context, page.form, {"title", "Tên kế hoạch", Requirement::required});
    write_text(out, context, page.form, {"issuer", "Cơ quan ban hành", Requirement::required});
    out({"<div class=\"form__columns\">"});
    write_text(out, context, page.form, {"kind", "Loại văn bản"});
    write_text(out, context, page.form, {"number", "Số, ký hiệu"});
    write_text(out, context, page.form, {"issued_on", "Ngày ban hành"});
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
    write_references(out, context, page);
    const auto fault = fault_of(context, page.form, "recipients");
    web::text_area(out,
                   {.name = "recipients",
                    .label = "Nơi nhận",
                    .value = page.form.value("recipients"),
                    .hint = "Mỗi dòng một nơi nhận, cả ký hiệu trong ngoặc: “Bộ Nội vụ (b/c)”.",
                    .error = fault,
                    .requirement = Requirement::optional});
}

void write_notes(Writer& out, const Context& context, const Edition& edition)
{
    if (edition.notes.empty()) return;
    out({"<section class=\"card\"><h2>Lưu ý khi đọc văn bản</h2>"});
    for (const auto& note : edition.notes) {
        const auto key = card_key(note);
        out({"<div data-item=\"", key, "\"><p id=\"muc-", key, "-tom-tat\">",
             need_text(context, {note.key, note.text}), "</p><div id=\"muc-", key, "-nut\">"});
        write_settle_note(out, context, edition, note);
        out({"</div></div>"});
    }
    out({"</section>"});
}

template <class Write>
http::Response parts(const Write& write, int status)
{
    std::string text;
    auto out = Writer{text};
    write(out);
    return http::page(std::move(text), status);
}

}  // namespace

http::Response document_page(const Context& context, const DocumentPage& page)
{
    const auto& edition = page.review.edition;
    const auto frame = draft_frame(context, edition, "Về văn bản");
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
            write_plain_bar(out, context, page.review);
            write_notes(out, context, edition);
            out({"<div data-conflict></div>"});
            web::form(out,
                      {.action = draft_path(edition, "van-ban"),
                       .csrf = context.surroundings().csrf,
                       .saves_itself = true,
                       .is_wide = true},
                      [&](Writer& form) {
                          write_version(form, page);
                          web::hidden(form, {.name = "base", .value = page.base});
                          write_fields(form, context, page);
                          web::form_actions(
                              form, [](Writer& row) { web::submit_button(row, {.text = "Lưu"}); });
                      });
        },
        page.form.has_errors() ? 422 : 200);
}

http::Response document_parts(const Context& context, const DocumentPage& page)
{
    return parts(
        [&](Writer& out) {
            write_version(out, page);
            write_news(out, page.news);
            write_references(out, context, page);
            write_bar_parts(out, context, page.review);
        },
        200);
}

http::Response document_faults(const Context& context, const DocumentPage& page)
{
    return parts(
        [&](Writer& out) {
            for (const auto& error : page.form.errors()) {
                out({"<p class=\"ds-validation-message\" id=\"loi-", error.field, "\" data-part>",
                     context.message(error), "</p>"});
            }
        },
        422);
}

}  // namespace caicach::plan
