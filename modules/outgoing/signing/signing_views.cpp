#include "outgoing/signing/signing_views.hpp"

#include <array>
#include <string_view>

#include "calendar/moment.hpp"
#include "document/limits.hpp"
#include "outgoing/limits.hpp"
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

using html::Writer;
using Place = document::SignaturePlace;

void link(Writer& out, std::string_view path, std::string_view text)
{
    out({"<a href=\"", html::url(path), "\">", text, "</a>"});
}

void done(Writer& out, const SigningPage& page)
{
    bool is_any = false;
    for (const auto& one : page.signatures) {
        if (one.state != SignatureState::signed_) continue;
        is_any = true;
        out({"<h2>", text_of(one.place), "</h2>"});
        const auto claimed = one.claimed_at ? vietnamese_moment(*one.claimed_at) : std::string{};
        const auto taken = one.signed_at ? vietnamese_moment(*one.signed_at) : std::string{};
        const std::array rows{
            web::Fact{.name = "Người ký", .value = one.signer},
            web::Fact{.name = "Tin cậy",
                      .value = one.is_trusted ? "Tổ chức chứng thực được tin cậy"
                                              : "Chưa xác định được tổ chức chứng thực"},
            web::Fact{.name = "Cơ quan, tổ chức", .value = one.organisation},
            web::Fact{.name = "Giờ ký (theo người ký)", .value = claimed},
            web::Fact{.name = "Nhận lúc", .value = taken},
            web::Fact{.name = "Nơi cấp chứng thư", .value = one.issuer},
            web::Fact{.name = "Số chứng thư", .value = one.serial}};
        web::facts(out, rows);
    }
    if (!is_any) return;
    out({"<p>"});
    link(out, document_path(page.document.code, "ky/da-ky.pdf"), "Tải tệp PDF đã ký");
    out({"</p>"});
}

std::string_view picture_label(Place place)
{
    return place == Place::signer ? "Ảnh chữ ký (PNG, nền trong, màu xanh)"
                                  : "Ảnh con dấu (PNG, nền trong, màu đỏ)";
}

void prepare_form(Writer& out, const Context& context, const SigningPage& page, Place place)
{
    out({"<h2>Chuẩn bị: ", text_of(place), "</h2>"});
    const auto action = document_path(page.document.code, "ky/chuan-bi");
    const auto version = std::to_string(page.document.version);
    web::form(out, {.action = action, .csrf = context.surroundings().csrf, .takes_files = true},
              [&](Writer& fields) {
                  web::hidden(fields, {.name = "version", .value = version});
                  web::file_field(
                      fields,
                      {.field = {.name = "picture",
                                 .label = picture_label(place),
                                 .hint = "Hiện ở chỗ ký theo thể thức. Để trống: chữ ký không có "
                                         "hình.",
                                 .error = page.fault.at("picture"),
                                 .requirement = web::Requirement::optional},
                       .accept = ".png",
                       .bytes_max = static_cast<std::int64_t>(limits::picture_bytes_max)});
                  web::form_actions(fields, [](Writer& buttons) {
                      web::submit_button(buttons, {.text = "Chuẩn bị tệp để ký"});
                  });
              });
}

void ways(Writer& out, const SigningPage& page)
{
    out({"<ol><li>Ký bằng phần mềm trên máy: "});
    link(out, document_path(page.document.code, "ky/tep.pdf"), "tải tệp PDF");
    out(
        {", ký, lưu thành tệp mới, rồi tải tệp đã ký lên ở dưới. Đừng sửa hay in lại tệp.</li>"
         "<li>Ký bằng thiết bị chỉ nhận mã băm: mã SHA-256 của "});
    link(out, document_path(page.document.code, "ky/phan-duoc-ky.bin"), "phần được ký");
    out({" là <code>", page.sha256,
         "</code>; tải chữ ký rời (PKCS#7/CMS dạng DER, loại CAdES) lên ở dưới.</li></ol>"});
}

void receive_form(Writer& out, const Context& context, const SigningPage& page,
                  const DocumentSignature& waiting)
{
    out({"<h2>Chờ ký: ", text_of(waiting.place), "</h2>"});
    ways(out, page);
    const auto action = document_path(page.document.code, "ky/nhan");
    const auto version = std::to_string(page.document.version);
    web::form(out, {.action = action, .csrf = context.surroundings().csrf, .takes_files = true},
              [&](Writer& fields) {
                  web::hidden(fields, {.name = "version", .value = version});
                  web::file_field(
                      fields,
                      {.field = {.name = "file",
                                 .label = "Tệp PDF đã ký, hoặc chữ ký rời",
                                 .hint = "Chỉ nhận khi chữ ký đúng và tệp không đổi gì khác.",
                                 .error = page.fault.at("file")},
                       .accept = ".pdf,.p7s,.p7m,.der",
                       .bytes_max = static_cast<std::int64_t>(document::limits::file_bytes_max)});
                  web::form_actions(fields, [](Writer& buttons) {
                      web::submit_button(buttons, {.text = "Nhận chữ ký"});
                  });
              });
    const auto giving_up = document_path(page.document.code, "ky/bo");
    const std::array values{web::HiddenValue{.name = "version", .value = version}};
    web::form_actions(out, [&](Writer& buttons) {
        web::post_button(buttons, {.text = "Bỏ lần chuẩn bị này",
                                   .action = giving_up,
                                   .csrf = context.surroundings().csrf,
                                   .values = values});
    });
}

void next_step(Writer& out, const Context& context, const SigningPage& page)
{
    if (!page.may_sign) return;
    if (const auto waiting = waiting_of(page.signatures))
        return receive_form(out, context, page, *waiting);
    if (const auto place = next_place(page.signatures))
        return prepare_form(out, context, page, *place);
    web::notice(out, {.tone = web::Tone::success,
                      .text = "Người ký và cơ quan đều đã ký. Văn bản sẵn sàng để gửi.",
                      .title = "Đã đủ chữ ký"});
}

}  // namespace

http::Response signing_page(const Context& context, const SigningPage& page)
{
    auto frame = web::frame_of(context, "Ký số");
    const auto path = document_path(page.document.code);
    const auto number = number_of(page.document);
    frame.crumbs = {{"Văn bản đi", register_path()}, {number, path}};
    return web::show(
        frame,
        [&](Writer& out) {
            web::page_title(out, {.title = "Ký số: " + number,
                                  .lead = "Khóa ký nằm ở thiết bị của người ký, không bao giờ vào "
                                          "hệ thống: hệ thống chuẩn bị tệp, nhận lại và kiểm chữ "
                                          "ký."});
            web::fault_summary(out, page.fault);
            done(out, page);
            next_step(out, context, page);
        },
        page.fault.status);
}

}  // namespace caicach::outgoing
