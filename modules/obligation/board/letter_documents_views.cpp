#include "obligation/board/letter_documents_views.hpp"

#include <array>

#include "once/once.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"

namespace caicach::obligation
{
namespace
{

using html::Writer;

void kind_field(Writer& fields)
{
    constexpr std::array kinds{
        web::Choice{.value = "thong-bao", .label = "Thông báo tới các cơ quan"},
        web::Choice{.value = "bao-cao", .label = "Báo cáo Ủy ban nhân dân tỉnh"}};
    web::select_field(fields, {.field = {.name = "mau", .label = "Văn bản"}, .choices = kinds});
}

void signer_field(Writer& fields, const std::vector<identity::PossibleSignature>& signatures)
{
    if (signatures.empty()) return;
    std::vector<std::string> ids;
    ids.reserve(signatures.size());
    for (const auto& one : signatures) ids.push_back(std::to_string(one.signer.value));
    std::vector<web::Choice> choices;
    for (std::size_t i = 0; i < ids.size(); ++i)
        choices.push_back({.value = ids[i], .label = signatures[i].text});
    web::select_field(fields,
                      {.field = {.name = "nguoi_ky", .label = "Người ký"}, .choices = choices});
}

}  // namespace

void write_letter_documents(Writer& out, const Context& context, const LetterDocuments& documents,
                            const LetterForm& form)
{
    if (!documents.may_write) return;
    const auto key = once::new_key();
    out(
        {"<section class=\"no-print\" id=\"van-ban-di\"><h2>Văn bản đi</h2><p>Lập dự thảo ở trang "
         "Văn bản đi để cấp số, in và gửi; số liệu lấy vào lúc lập.</p>"});
    web::form(
        out, {.action = form.action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
            web::hidden(fields, {.name = once::field, .value = key});
            if (form.has_report) kind_field(fields);
            signer_field(fields, form.signatures);
            web::form_actions(fields, [&](Writer& buttons) {
                web::submit_button(
                    buttons, {.text = "Lập văn bản đi", .emphasis = web::Emphasis::secondary});
            });
        });
    if (!documents.made.empty()) {
        out({"<p>Đã lập gần đây:</p><ul>"});
        for (const auto& one : documents.made) {
            const auto path = outgoing::path_of(one);
            out({"<li><a href=\"", html::url(path), "\">", one.subject, "</a> (",
                 outgoing::number_of(one), ", ", outgoing::text_of(one.state), ")</li>"});
        }
        out({"</ul>"});
    }
    out({"</section>"});
}

}  // namespace caicach::obligation
