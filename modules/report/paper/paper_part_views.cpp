#include "report/paper/paper_part_views.hpp"

#include <array>
#include <string_view>

#include "report/paths.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/parts.hpp"
#include "web/components/plan_parts.hpp"

namespace caicach::report
{
namespace
{

using html::Writer;
using outgoing::DocumentState;

void documents_list(Writer& out, const PaperPart& part)
{
    constexpr std::array columns{web::Column{.name = "Số, ký hiệu"}, web::Column{.name = "Ngày"},
                                 web::Column{.name = "Tình trạng"}, web::Column{.name = "Lập từ"}};
    web::table(out, {.caption = "Văn bản của báo cáo", .columns = columns}, [&](web::Rows& rows) {
        for (const auto& one : part.documents) {
            rows.begin();
            rows.cell([&](Writer& cell) {
                const auto path = outgoing::path_of(one);
                const auto text = one.number ? outgoing::number_of(one) : "Dự thảo, chưa có số";
                cell({"<a href=\"", html::url(path), "\">", text, "</a>"});
            });
            rows.cell(one.issued_on ? one.issued_on->vietnamese() : std::string{});
            rows.cell(outgoing::text_of(one.state));
            const bool is_current = one.source_object == part.current.value;
            rows.cell(is_current ? "lần gửi mới nhất" : "lần gửi trước");
            rows.end();
        }
    });
}

void signer_field(Writer& fields, const std::vector<identity::PossibleSignature>& signatures)
{
    if (signatures.empty()) return;
    std::vector<std::string> ids;
    ids.reserve(signatures.size());
    for (const auto& one : signatures) ids.push_back(std::to_string(one.signer.value));
    std::vector<web::Choice> choices;
    choices.reserve(ids.size());
    for (std::size_t at = 0; at < ids.size(); ++at)
        choices.push_back({.value = ids[at], .label = signatures[at].text});
    web::select_field(fields, {.field = {.name = "nguoi_ky",
                                         .label = "Người ký",
                                         .requirement = web::Requirement::optional},
                               .choices = choices,
                               .none_text = "Chọn sau, khi cấp số"});
}

void issue_form(Writer& out, const Context& context, const PaperPart& part)
{
    const bool is_draft =
        !part.documents.empty() && part.documents.front().state == DocumentState::draft;
    const std::string_view text = is_draft ? "Lập lại dự thảo" : "Lập văn bản";
    const std::string_view why =
        is_draft ? "Dự thảo được lập lại từ lần gửi mới nhất, thay cho nội dung đang có."
                 : "Lập dự thảo theo thể thức từ đúng nội dung đã gửi, rồi cấp số, ký và gửi ở "
                   "trang của văn bản.";
    out({"<p>", why, "</p>"});
    const auto action = report_paper_path(part.code);
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        signer_field(fields, part.signatures);
        web::form_actions(fields, [&](Writer& buttons) {
            web::submit_button(buttons, {.text = text, .emphasis = web::Emphasis::secondary});
        });
    });
}

}  // namespace

void paper_part(Writer& out, const Context& context, const PaperPart& part)
{
    out({"<section id=\"van-ban\"><h2>Văn bản, tệp</h2>"});
    if (!part.is_sent)
        out({"<p>Báo cáo chưa gửi: các tệp dưới đây là bản nháp, theo số liệu lúc này.</p>"});
    if (!part.documents.empty()) documents_list(out, part);
    if (part.may_issue) issue_form(out, context, part);
    const auto word = report_file_path(part.code, "docx");
    const auto print = report_file_path(part.code, "pdf");
    const auto sheet = report_file_path(part.code, "xlsx");
    const auto json = report_file_path(part.code, "json");
    std::vector<web::Download> files{{"Word", word}, {"PDF", print}};
    // The workbook to be filled in and brought back is another one (bringing/).
    files.push_back({part.is_sent ? "Số đã gửi (Excel)" : "Số lúc này (Excel)", sheet});
    if (part.is_sent) files.push_back({"Bản đã gửi (JSON)", json});
    web::downloads(out, files);
    out({"</section>"});
}

}  // namespace caicach::report
