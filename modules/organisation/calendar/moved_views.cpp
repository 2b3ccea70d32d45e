#include "organisation/calendar/moved_views.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "organisation/calendar/limits.hpp"
#include "web/components/feedback.hpp"
#include "web/components/parts.hpp"

namespace caicach::organisation
{

void moved_due_dates(html::Writer& out, const std::vector<MovedDueDate>& moved)
{
    out({"<h2 id=\"neu-luu\">Nếu lưu thì</h2>"});
    if (moved.empty()) {
        web::notice(out, {.tone = web::Tone::info,
                          .text = "Không có hạn nào đang mở phải dời. Chưa có gì được lưu."});
        return;
    }
    const auto count = std::to_string(moved.size());
    web::notice(out, {.tone = web::Tone::warning,
                      .text = count + " hạn đang mở sẽ dời như dưới đây. Chưa có gì được lưu."});
    constexpr std::array columns{web::Column{.name = "Việc"}, web::Column{.name = "Hạn đang ghi"},
                                 web::Column{.name = "Hạn mới"}};
    web::table(out, {.caption = "Hạn sẽ dời", .columns = columns}, [&](web::Rows& rows) {
        const auto shown = std::min(moved.size(), limits::moved_shown_max);
        for (const auto& due : std::span(moved).first(shown)) {
            rows.begin();
            rows.cell([&](html::Writer& cell) {
                if (due.path.empty())
                    cell({due.what});
                else
                    cell({"<a href=\"", html::url(due.path), "\">", due.what, "</a>"});
            });
            rows.cell(std::string_view(due.before.vietnamese()));
            rows.cell(std::string_view(due.after.vietnamese()));
            rows.end();
        }
    });
    if (moved.size() > limits::moved_shown_max)
        out({"<p>Còn ", std::to_string(moved.size() - limits::moved_shown_max), " hạn nữa.</p>"});
}

}  // namespace caicach::organisation
