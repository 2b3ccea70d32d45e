#include "report/flow/receipt_views.hpp"

#include <array>

#include "calendar/moment.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::report
{

http::Response receipt_page(const Context& context, const ReceiptPage& page)
{
    const auto title = "Biên nhận " + page.submission.code;
    const auto frame = web::frame_of(context, title);
    return web::show(frame, [&](html::Writer& out) {
        web::page_title(out, {.title = title,
                              .lead = "Báo cáo đã được nhận. Trang này không cho xem nội dung: ai "
                                      "giữ tệp đã gửi thì tự tính SHA-256 của tệp để đối chiếu."});
        const auto number = "Lần " + std::to_string(page.submission.number);
        const auto sent = vietnamese_moment(page.submission.sent_at);
        const std::array facts{
            web::Fact{.name = "Báo cáo", .value = page.form},
            web::Fact{.name = "Kỳ", .value = page.period},
            web::Fact{.name = "Cơ quan gửi", .value = page.agency},
            web::Fact{.name = "Nơi nhận", .value = page.collector},
            web::Fact{.name = "Lần gửi", .value = number},
            web::Fact{.name = "Nhận lúc", .value = sent},
            web::Fact{.name = "SHA-256 của tệp", .value = page.submission.sha256},
            web::Fact{.name = "Hiện nay",
                      .value = page.is_current ? std::string_view{"Lần gửi này đang có hiệu lực"}
                                               : std::string_view{"Đã rút lại, bị trả lại, hoặc có "
                                                                  "lần gửi sau thay thế"}}};
        web::facts(out, facts);
    });
}

}  // namespace caicach::report
