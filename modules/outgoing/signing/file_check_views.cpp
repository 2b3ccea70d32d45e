#include "outgoing/signing/file_check_views.hpp"

#include <array>
#include <string>
#include <string_view>

#include "calendar/date.hpp"
#include "calendar/moment.hpp"
#include "document/limits.hpp"
#include "outgoing/paths.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::outgoing
{
namespace
{

using crypto::CmsIntegrity;
using crypto::CmsTrust;
using document::SignatureCover;
using document::SignatureVerdict;
using html::Writer;

void upload(Writer& out, const Context& context, const FileCheckPage& page)
{
    const auto path = file_check_path();
    web::form(out, {.action = path, .csrf = context.surroundings().csrf, .takes_files = true},
              [&](Writer& fields) {
                  web::file_field(
                      fields,
                      {.field = {.name = "file",
                                 .label = "Tệp PDF",
                                 .hint = "Tệp chỉ được xem trong lúc kiểm, không được lưu.",
                                 .error = page.fault.at("file")},
                       .accept = ".pdf",
                       .bytes_max = static_cast<std::int64_t>(document::limits::file_bytes_max)});
                  web::form_actions(fields, [](Writer& buttons) {
                      web::submit_button(buttons, {.text = "Kiểm chữ ký"});
                  });
              });
}

web::Notice notice_of(const FileCheck& check)
{
    switch (check.standing) {
        case FileStanding::sound:
            return {.tone = web::Tone::success,
                    .text =
                        "Mọi chữ ký đều đúng, do tổ chức chứng thực được tin cậy xác nhận; "
                        "tệp không đổi từ khi ký.",
                    .title = "Tệp nguyên vẹn"};
        case FileStanding::untrusted:
            return {.tone = web::Tone::warning,
                    .text =
                        "Tệp không đổi từ khi ký, nhưng chưa xác nhận được người ký. Xem lý do "
                        "ở từng chữ ký; nếu cần, hỏi lại nơi gửi.",
                    .title = "Tệp nguyên vẹn, chưa rõ người ký"};
        case FileStanding::broken:
            return {.tone = web::Tone::danger,
                    .text =
                        "Có chữ ký không đúng với nội dung tệp. Đừng dùng tệp này; hãy xin lại "
                        "tệp gốc từ nơi gửi.",
                    .title = "Không tin được tệp"};
        case FileStanding::read_by_other:
            return {.tone = web::Tone::info,
                    .text =
                        "Tệp do phần mềm khác tạo, theo cấu trúc mà hệ thống không tự kiểm "
                        "được. Dưới đây là lời của chương trình pdfsig: nó không xác nhận "
                        "người ký là ai, và không biết sau khi ký tệp bị đổi những gì.",
                    .title = "Hệ thống không tự kiểm được"};
        case FileStanding::unsigned_file:
            break;
    }
    return {.tone = web::Tone::info,
            .text = "Chữ ký vẽ hoặc quét vào trang giấy không phải là chữ ký số.",
            .title = "Tệp không có chữ ký số nào"};
}

std::string_view cover_text(const SignatureVerdict& verdict)
{
    switch (verdict.cover) {
        case SignatureCover::whole_file:
            return "Cả tệp";
        case SignatureCover::signatures_after:
            return "Cả tệp; sau đó chỉ có thêm chữ ký";
        case SignatureCover::changed_after:
            return "Không phải cả tệp: có chỗ sửa sau khi ký";
        case SignatureCover::misplaced:
            break;
    }
    return "Không phải cả tệp";
}

std::string_view integrity_text(const SignatureVerdict& verdict)
{
    if (!verdict.is_known_kind) return "Loại chữ ký này hệ thống không kiểm được";
    if (!verdict.cms) return "Chưa có chữ ký, hoặc chữ ký không đọc được";
    switch (verdict.cms->integrity) {
        case CmsIntegrity::intact:
            return "Đúng với nội dung";
        case CmsIntegrity::weak:
            return "Dùng cách băm đã cũ, có thể giả được";
        case CmsIntegrity::altered:
            break;
    }
    return "Không đúng: nội dung đã bị sửa, hoặc chữ ký giả";
}

std::string_view trust_text(CmsTrust trust)
{
    switch (trust) {
        case CmsTrust::trusted:
            return "Tổ chức chứng thực được tin cậy";
        case CmsTrust::expired:
            return "Chứng thư không còn hạn, hoặc chưa đến hạn, vào lúc ký";
        case CmsTrust::not_to_sign:
            return "Chứng thư không được cấp để ký văn bản";
        case CmsTrust::unknown:
            break;
    }
    return "Chưa xác định được tổ chức chứng thực";
}

std::string heading_of(std::size_t number, std::string_view signer)
{
    const auto name = signer.empty() ? std::string_view{"không rõ người ký"} : signer;
    return "Chữ ký " + std::to_string(number) + ": " + std::string(name);
}

void other_facts(Writer& out, const document::OtherSignature& one)
{
    const auto moment = one.claimed_at ? vietnamese_moment(*one.claimed_at) : std::string{};
    const std::array rows{
        web::Fact{.name = "Chữ ký",
                  .value = one.is_valid ? "Đúng với phần được ký" : "Không đúng với phần được ký"},
        web::Fact{
            .name = "Phần được ký",
            .value = one.covers_whole_file ? "Cả tệp" : "Không phải cả tệp: có phần thêm sau"},
        web::Fact{.name = "Giờ ký (theo người ký)", .value = moment},
        web::Fact{.name = "Loại", .value = one.kind}};
    web::facts(out, rows);
}

void result(Writer& out, const FileCheck& check)
{
    out({"<section aria-labelledby=\"ket-qua\"><h2 id=\"ket-qua\">Kết quả: ",
         check.name.empty() ? std::string_view{"tệp đã chọn"} : std::string_view{check.name},
         "</h2>"});
    web::notice(out, notice_of(check));
    if (check.authorities == AuthoritiesState::none && !check.signatures.empty())
        web::notice(out,
                    {.tone = web::Tone::info,
                     .text = "Máy chủ chưa có danh sách tổ chức chứng thực được tin cậy, nên "
                             "chưa xác nhận được người ký nào. Người vận hành đặt danh sách ấy "
                             "vào thư mục dữ liệu."});
    if (check.authorities == AuthoritiesState::broken)
        web::notice(out, {.tone = web::Tone::warning,
                          .text = "Danh sách tổ chức chứng thực trên máy chủ bị hỏng, nên chưa xác "
                                  "nhận được người ký nào. Hãy báo người vận hành."});
    std::size_t number = 0;
    for (const auto& one : check.signatures) {
        const auto signer = one.cms ? std::string_view{one.cms->signer.name} : std::string_view{};
        out({"<h3>", heading_of(++number, signer), "</h3>"});
        signature_facts(out, one);
    }
    for (const auto& one : check.others) {
        out({"<h3>", heading_of(++number, one.signer), "</h3>"});
        other_facts(out, one);
    }
    out({"</section>"});
}

}  // namespace

void signature_facts(Writer& out, const SignatureVerdict& verdict)
{
    const auto* cms = verdict.cms ? &*verdict.cms : nullptr;
    const auto claimed = cms != nullptr && cms->claimed_at ? cms->claimed_at : verdict.said_at;
    const auto moment = claimed ? vietnamese_moment(*claimed) : std::string{};
    std::string validity;
    if (cms != nullptr)
        validity = "Từ " + Date::of(cms->signer.valid_from).vietnamese() + " đến " +
                   Date::of(cms->signer.valid_to).vietnamese();
    const auto of_signer = [&](std::string crypto::CmsSigner::* member) {
        return cms == nullptr ? std::string_view{} : std::string_view{cms->signer.*member};
    };
    const std::array rows{
        web::Fact{.name = "Phần được ký", .value = cover_text(verdict)},
        web::Fact{.name = "Chữ ký", .value = integrity_text(verdict)},
        web::Fact{.name = "Người ký",
                  .value = cms == nullptr ? std::string_view{} : trust_text(cms->trust)},
        web::Fact{.name = "Cơ quan, tổ chức", .value = of_signer(&crypto::CmsSigner::organisation)},
        web::Fact{.name = "Giờ ký (theo người ký)", .value = moment},
        web::Fact{.name = "Nơi cấp chứng thư", .value = of_signer(&crypto::CmsSigner::issuer)},
        web::Fact{.name = "Số chứng thư", .value = of_signer(&crypto::CmsSigner::serial)},
        web::Fact{.name = "Hạn của chứng thư", .value = validity}};
    web::facts(out, rows);
}

http::Response file_check_page(const Context& context, const FileCheckPage& page)
{
    const auto frame = web::frame_of(context, "Kiểm chữ ký số");
    return web::show(
        frame,
        [&](Writer& out) {
            web::page_title(out,
                            {.title = "Kiểm chữ ký số",
                             .lead = "Xem ai đã ký một tệp PDF, tệp có bị sửa sau khi ký không. "
                                     "Chứng thư đã bị thu hồi hay chưa thì không kiểm ở đây."});
            web::fault_summary(out, page.fault);
            if (page.check) result(out, *page.check);
            if (page.check) out({"<h2>Kiểm tệp khác</h2>"});
            upload(out, context, page);
        },
        page.fault.status);
}

}  // namespace caicach::outgoing
