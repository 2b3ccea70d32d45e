#include "plan/in_force_views.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "plan/draft_views.hpp"
#include "plan/paths.hpp"
#include "web/components/forms.hpp"
#include "web/components/parts.hpp"

namespace caicach::plan
{
namespace
{

using html::Writer;

void write_check(Writer& out, bool is_done, const std::string& text, const std::string& path)
{
    out({"<li>"});
    web::tag(out, {is_done ? std::string_view{"Xong"} : std::string_view{"Còn thiếu"},
                   is_done ? web::Tone::success : web::Tone::warning});
    out({" "});
    if (is_done) {
        out({text});
    } else {
        out({"<a href=\"", html::url(path), "\">", text, "</a>"});
    }
    out({"</li>"});
}

void write_count(Writer& out, std::size_t left, std::string_view done_text,
                 std::string_view left_text, const std::string& path)
{
    const auto text = left == 0 ? std::string{done_text} : fmt::format("{} {}", left, left_text);
    write_check(out, left == 0, text, path);
}

void write_checks(Writer& out, const Context& context, const InForcePage& page)
{
    const auto& review = page.review;
    const auto attention = draft_path(review.edition, "can-xu-ly");
    const auto document = review.edition.check_document();
    out({"<ul class=\"checklist\">"});
    write_check(out, document.has_value(),
                document ? "Thông tin văn bản đã đủ" : context.message(document.error()),
                draft_path(review.edition, "van-ban"));
    const auto& facts = review.edition.document;
    if (!facts.number || !facts.issued_on) {
        out({"<li>"});
        web::tag(out, {"Lưu ý", web::Tone::info});
        out(
            {" Văn bản không ghi số hoặc ngày ban hành: trang công khai cũng để trống. "
             "<a href=\"",
             html::url(draft_path(review.edition, "van-ban")), "\">Bổ sung</a></li>"});
    }
    write_count(out, review.open.notes.size(), "Không còn lưu ý nào về cả văn bản",
                "lưu ý về cả văn bản chưa có người xem", attention);
    write_count(out, review.open.items.size(), "Mọi mục đã rõ", "mục còn cần xem", attention);
    write_count(out, review.open.lines.size(), "Không còn dòng nào chưa rõ", "dòng chưa rõ",
                attention);
    if (!review.changes.empty()) {
        write_count(out, static_cast<std::size_t>(review.open.changes),
                    "Mọi thay đổi đã quyết định", "thay đổi chưa quyết định",
                    draft_path(review.edition, "thay-doi"));
    }
    out({"</ul>"});
}

}  // namespace

http::Response in_force_page(const Context& context, const InForcePage& page)
{
    const auto& edition = page.review.edition;
    const auto frame = draft_frame(context, edition, "Đưa vào thực hiện");
    const auto items = std::ranges::count(page.review.items, false, &Item::is_removed);
    const bool is_ready = page.review.open.count() == 0 && edition.check_document().has_value();
    const auto refusal = page.refusal ? context.message(*page.refusal) : std::string{};
    const auto consequence =
        fmt::format("{} mục sẽ công khai trên trang kế hoạch{}. Tên bạn và thời điểm được ghi lại.",
                    items, page.is_amendment ? ", thay cho bản đang thực hiện" : "");
    return web::show(
        frame,
        [&](Writer& out) {
            if (page.refusal) {
                const std::array<web::FieldError, 1> errors{{{{}, refusal}}};
                web::error_summary(out, errors);
            }
            if (is_ready) {
                out({"<p>", draft_name(edition), "</p>"});
                web::confirm(out, {.question = "Đưa kế hoạch này vào thực hiện?",
                                   .consequence = consequence,
                                   .submit_text = "Đưa vào thực hiện",
                                   .action = draft_path(edition, "thuc-hien"),
                                   .csrf = context.surroundings().csrf,
                                   .cancel_path = draft_path(edition),
                                   .tone = web::Tone::info});
            } else {
                web::page_title(out,
                                {.title = "Đưa vào thực hiện", .caption = draft_name(edition)});
            }
            write_checks(out, context, page);
            if (is_ready) return;
            web::link_button(out, {.text = "Xem danh sách cần xử lý",
                                   .path = draft_path(edition, "can-xu-ly"),
                                   .emphasis = web::Emphasis::primary});
        },
        page.refusal ? http::status_of(page.refusal->kind) : 200);
}

}  // namespace caicach::plan
