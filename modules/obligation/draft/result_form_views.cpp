#include "obligation/draft/result_form_views.hpp"

#include <array>

#include "calendar/moment.hpp"
#include "obligation/limits.hpp"
#include "obligation/paths.hpp"
#include "once/once.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/parts.hpp"
#include "web/components/review_parts.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

std::string version_of(const ResultForm& form)
{
    return form.draft ? std::to_string(form.draft->version) : "0";
}

void draft_notice(Writer& out, const ResultForm& form)
{
    if (!form.draft || form.is_conflict) return;
    const auto who = form.saved_by.empty() ? std::string{} : " do " + form.saved_by;
    web::notice(out, {.tone = web::Tone::info,
                      .text = "Bản nháp" + who + " lưu lúc " +
                              vietnamese_moment(form.draft->saved_at) + ", chưa gửi."});
}

void draft_file(Writer& out, const ResultForm& form)
{
    if (form.file_code.empty()) return;
    out({"<p>Tệp trong bản nháp: <a href=\"", html::url(form.file_path), "\">", form.file_name,
         "</a>. Chọn tệp khác thì tệp ấy thay tệp này.</p>"});
    if (!form.photo.empty()) out({"<p>", form.photo, ".</p>"});
    web::checkbox_field(out, {.field = {.name = "drop_file",
                                        .label = "Bỏ tệp trong bản nháp",
                                        .requirement = web::Requirement::optional},
                              .is_checked = form.drops_file});
}

void fields_of(Writer& out, const Obligation& obligation, const ResultForm& form,
               const web::Fault& fault)
{
    web::text_field(out, {.name = "title",
                          .label = "Đã làm gì",
                          .value = form.typed.title,
                          .hint = "Tên bài, tên lớp, số và tên văn bản …",
                          .error = fault.at("title"),
                          .length_max = limits::title_length_max});
    web::date_field(out, {.name = "happened_on",
                          .label = "Ngày làm xong",
                          .value = form.typed.happened_on,
                          .error = fault.at("happened_on")});
    web::number_field(out, {.field = {.name = "quantity",
                                      .label = "Số lượng",
                                      .value = form.typed.quantity,
                                      .error = fault.at("quantity")},
                            .unit = obligation.unit});
    write_subject_fields(out, form.typed.subjects, form.agencies, fault);
    web::text_field(out, {.name = "link",
                          .label = "Địa chỉ trang đã đăng",
                          .value = form.typed.link,
                          .hint = "Có địa chỉ trang hoặc tệp là đủ.",
                          .error = fault.at("link"),
                          .requirement = web::Requirement::optional});
    draft_file(out, form);
    write_proof_fields(out, fault, form.keeps_photo);
}

}  // namespace

void write_kept_draft(Writer& out, const ResultForm& form)
{
    if (!form.draft) return;
    out(
        {"<h2>Bản nháp chưa gửi</h2><p>Việc không còn được giao nên không báo kết quả được nữa. "
         "Nội dung đã soạn vẫn đọc được ở đây.</p>"});
    const auto subjects = evidence::words_of(form.draft->text.subjects, form.agencies);
    web::facts(out, [&](Writer& rows) {
        const auto row = [&](std::string_view name, std::string_view value) {
            if (value.empty()) return;
            web::fact(rows, name, [&](Writer& cell) { cell({value}); });
        };
        row("Lưu lúc", vietnamese_moment(form.draft->saved_at));
        row("Đã làm gì", form.draft->text.title);
        row("Ngày làm xong", form.draft->text.happened_on);
        row("Số lượng", form.draft->text.quantity);
        row("Cơ quan được kiểm tra", subjects);
        row("Địa chỉ trang đã đăng", form.draft->text.link);
        if (form.file_code.empty()) return;
        web::fact(rows, "Tệp", [&](Writer& cell) {
            cell({"<a href=\"", html::url(form.file_path), "\">", form.file_name, "</a>"});
        });
    });
}

void write_subject_fields(Writer& out, const evidence::TypedSubjects& typed,
                          std::span<const organisation::AgencySummary> agencies,
                          const web::Fault& fault)
{
    if (!agencies.empty()) evidence::subject_fields(out, typed, agencies, fault);
}

void write_proof_fields(Writer& out, const web::Fault& fault, bool keeps_photo)
{
    web::file_field(out, {.field = {.name = "proof",
                                    .label = "Tệp hoặc ảnh chụp",
                                    .error = fault.at("proof"),
                                    .requirement = web::Requirement::optional},
                          .accept = ".pdf,.docx,.odt,.xlsx,.jpg,.jpeg,.png,.webp",
                          .bytes_max = limits::proof_bytes_max});
    web::checkbox_field(
        out, {.field = {.name = "photo_note",
                        .label = "Giữ giờ và nơi chụp ghi trong ảnh",
                        .hint = "Chọn trước khi gửi tệp: ảnh lưu lại không còn các thông tin ấy.",
                        .requirement = web::Requirement::optional},
              .is_checked = keeps_photo});
}

void write_result_form(Writer& out, const Context& context, const Obligation& obligation,
                       const ResultForm& form, const web::Fault& fault)
{
    const auto& csrf = context.surroundings().csrf;
    const auto action = result_path(obligation.code);
    const auto save = draft_path(obligation.code);
    const auto save_text = draft_text_path(obligation.code);
    const auto version = version_of(form);
    out({"<h2 id=\"bao-ket-qua\">Báo kết quả</h2><div data-conflict>"});
    if (form.is_conflict) write_draft_conflict(out, context, obligation, form);
    out({"</div>"});
    draft_notice(out, form);
    web::form(out,
              {.action = action,
               .csrf = csrf,
               .takes_files = true,
               .keeps_draft = true,
               .draft_path = save_text,
               .taken_keys = form.taken_keys},
              [&](Writer& fields) {
                  web::hidden(fields, {.name = once::field, .value = form.key});
                  web::hidden(fields, {.name = "draft_version", .value = version});
                  web::hidden(fields, {.name = "draft_file", .value = form.file_code});
                  fields_of(fields, obligation, form, fault);
                  web::form_actions(fields, [&](Writer& buttons) {
                      web::submit_button(buttons, {.text = "Báo kết quả"});
                      web::submit_button(buttons, {.text = "Lưu nháp",
                                                   .emphasis = web::Emphasis::secondary,
                                                   .action = save});
                  });
              });
    if (!form.draft) return;
    const std::array values{web::HiddenValue{"draft_version", version}};
    web::post_button(out, {.text = "Bỏ bản nháp",
                           .action = draft_end_path(obligation.code),
                           .csrf = csrf,
                           .emphasis = web::Emphasis::tertiary,
                           .values = values,
                           .is_small = true});
}

void write_draft_conflict(Writer& out, const Context& context, const Obligation& obligation,
                          const ResultForm& form)
{
    if (!form.draft) return;
    const auto& draft = *form.draft;
    const auto my_subjects = evidence::words_of(form.typed.subjects, form.agencies);
    const auto their_subjects = evidence::words_of(draft.text.subjects, form.agencies);
    const auto facts = [](const DraftText& text, const DraftText& other,
                          const std::string& subjects, const std::string& other_subjects) {
        std::vector<web::Fact> rows;
        const auto row = [&](std::string_view name, const std::string& value,
                             const std::string& beside) {
            if (value != beside)
                rows.push_back(
                    {name, value.empty() ? std::string_view{"(trống)"} : std::string_view{value}});
        };
        row("Đã làm gì", text.title, other.title);
        row("Ngày làm xong", text.happened_on, other.happened_on);
        row("Số lượng", text.quantity, other.quantity);
        row("Cơ quan được kiểm tra", subjects, other_subjects);
        row("Địa chỉ trang đã đăng", text.link, other.link);
        return rows;
    };
    const auto mine = facts(form.typed, draft.text, my_subjects, their_subjects);
    const auto theirs = facts(draft.text, form.typed, their_subjects, my_subjects);
    const auto version = version_of(form);
    const auto time = vietnamese_moment(draft.saved_at);
    const auto action = draft_path(obligation.code);
    const auto path = task_path(obligation.code);
    std::vector<web::HiddenValue> values{{"title", form.typed.title},
                                         {"happened_on", form.typed.happened_on},
                                         {"quantity", form.typed.quantity},
                                         {"link", form.typed.link},
                                         {"key", form.key},
                                         {"draft_version", version},
                                         {"states_about", "1"},
                                         {"manner", form.typed.subjects.manner}};
    for (const auto& slug : form.typed.subjects.agencies) values.push_back({"about", slug});
    web::conflict(out, {.their_name = form.saved_by.empty() ? "Người khác" : form.saved_by,
                        .their_time = time,
                        .mine = mine,
                        .theirs = theirs,
                        .action = action,
                        .csrf = context.surroundings().csrf,
                        .my_values = values,
                        .their_path = path});
}

}  // namespace caicach::obligation
