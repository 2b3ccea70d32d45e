#include "channel/newsletter/sending_views.hpp"

#include <algorithm>
#include <string>

#include "text/number.hpp"
#include "web/components/feedback.hpp"
#include "web/components/parts.hpp"

namespace caicach::channel
{
namespace
{

using html::Writer;

void count(Writer& rows, std::string_view name, std::int64_t number)
{
    if (number == 0) return;
    const auto text = text::format_integer(number);
    web::fact(rows, name, [&](Writer& cell) { cell({text}); });
}

}  // namespace

bool is_under_way(const SendingView& view)
{
    return !view.sending.done_at || view.outcomes.waiting > 0;
}

void sending_part(html::Writer& out, const SendingView& view)
{
    const auto& outcomes = view.outcomes;
    const auto over = outcomes.sent + outcomes.bounced + outcomes.failed + outcomes.uncertain +
                      outcomes.cancelled;
    out({"<h2 id=\"thu\">Gửi qua thư</h2>"});
    const auto text = text::format_integer(over) + " trên " +
                      text::format_integer(view.sending.posted) +
                      (view.sending.done_at ? " thư" : " thư đã xếp hàng, còn đang xếp tiếp");
    web::progress(out, {.label = "Thư đã xử lý",
                        .text = text,
                        .value = over,
                        .maximum = std::max<std::int64_t>(view.sending.posted, 1)});
    web::facts(out, [&](Writer& rows) {
        count(rows, "Đã gửi", outcomes.sent);
        count(rows, "Đang chờ gửi", outcomes.waiting);
        count(rows, "Địa chỉ không còn", outcomes.bounced);
        count(rows, "Không gửi được", outcomes.failed);
        count(rows, "Không rõ đã tới chưa", outcomes.uncertain);
        count(rows, "Không được gửi", outcomes.cancelled);
        count(rows, "Thôi nhận từ khi phát hành", view.left);
    });
    out({"<p>Không đếm ai đã mở thư: bản tin không có ảnh hay liên kết theo dõi.</p>"});
}

}  // namespace caicach::channel
