#include "organisation/reorganisation_views.hpp"

#include <fmt/format.h>

#include <array>

#include "organisation/paths.hpp"
#include "text/number.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::organisation
{
namespace
{

using html::Writer;
using enum ReorganisationKind;

std::string percent(int share)
{
    constexpr int of_percent = whole_share / 100;
    if (share % of_percent == 0) return std::to_string(share / of_percent) + "%";
    return text::format_decimal(static_cast<double>(share) / of_percent, 2) + "%";
}

void agency(Writer& out, const AgencySummary& agency, AgencyId about)
{
    if (agency.id == about) {
        out({"<strong>", agency.name, "</strong>"});
    } else {
        out({"<a href=\"", html::url(agency_path(agency.slug)), "\">", agency.name, "</a>"});
    }
}

void passage(Writer& out, const RecordedReorganisation& decision, const RecordedPassage& passage,
             AgencyId about)
{
    out({"<li>"});
    agency(out, passage.from, about);
    if (!passage.to) {
        out({" kết thúc hoạt động"});
    } else if (decision.kind == rename) {
        out({" đổi tên thành "});
        agency(out, *passage.to, about);
    } else if (passage.to->id == passage.from.id) {
        out({" giữ ", percent(passage.share)});
    } else {
        out({decision.kind == merge ? std::string_view(" nhập vào ") : " chuyển cho "});
        agency(out, *passage.to, about);
        if (passage.share > 0 && passage.share < whole_share) out({" ", percent(passage.share)});
    }
    out({"</li>"});
}

struct KindHelp {
    ReorganisationKind kind{};
    std::string_view text{};
};
constexpr std::array kinds_help{
    KindHelp{rename, "Cơ quan vẫn là cơ quan ấy, từ một ngày mang tên khác."},
    KindHelp{merge, "Một hay nhiều cơ quan nhập vào một cơ quan khác, đang có hoặc mới thành lập."},
    KindHelp{split, "Một cơ quan chia cho nhiều cơ quan, mỗi nơi một phần nhiệm vụ."},
    KindHelp{transfer, "Cơ quan vẫn hoạt động, chuyển một phần nhiệm vụ hay đơn vị trực thuộc."},
    KindHelp{dissolve, "Cơ quan kết thúc hoạt động, có hoặc không có nơi tiếp nhận nhiệm vụ."},
};

}  // namespace

void reorganisation_list(Writer& out, std::span<const RecordedReorganisation> decisions,
                         AgencyId about)
{
    out({"<ul class=\"stack\">"});
    for (const auto& decision : decisions) {
        out({"<li><p>", text_of(decision.kind), ", từ "});
        web::date(out, decision.day);
        out({" · ", decision.document, "</p><ul>"});
        for (const auto& each : decision.passages) passage(out, decision, each, about);
        out({"</ul></li>"});
    }
    out({"</ul>"});
}

http::Response reorganisations_page(const Context& context, const ReorganisationsPage& page)
{
    auto frame = web::frame_of(context, "Sắp xếp tổ chức");
    frame.description = "Cơ quan nào đổi tên, nhập, tách, kết thúc; nơi nào tiếp nhận.";
    frame.crumbs = {{.text = "Danh mục cơ quan", .path = agencies_path()}};
    auto response = web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Sắp xếp tổ chức"}, [&](Writer& actions) {
            if (page.may_manage)
                web::link_button(actions,
                                 {.text = "Ghi một quyết định", .path = new_reorganisation_path()});
        });
        if (page.decisions.empty()) {
            web::empty_state(out,
                             {.title = "Chưa ghi quyết định sắp xếp nào",
                              .text = "Khi cơ quan đổi tên, nhập, tách, trang này cho biết nay "
                                      "hỏi nơi nào."});
        } else {
            out({"<p>Tên trong mỗi dòng là tên vào ngày quyết định có hiệu lực.</p>"});
            reorganisation_list(out, page.decisions);
        }
    });
    if (!context.actor().is_signed_in()) response.set_caching(http::Caching::brief);
    return response;
}

http::Response kinds_page(const Context& context)
{
    auto frame = web::frame_of(context, "Ghi quyết định sắp xếp");
    frame.crumbs = {{.text = "Danh mục cơ quan", .path = agencies_path()},
                    {.text = "Sắp xếp tổ chức", .path = reorganisations_path()}};
    return web::show(frame, [&](Writer& out) {
        web::page_title(out,
                        {.title = "Ghi quyết định sắp xếp", .caption = "Quyết định nói điều gì?"});
        out({"<ul class=\"stack\">"});
        for (const auto& [kind, text] : kinds_help) {
            out({"<li><a href=\"", html::url(new_reorganisation_path(key_of(kind))), "\">",
                 text_of(kind), "</a><p>", text, "</p></li>"});
        }
        out({"</ul>"});
    });
}

}  // namespace caicach::organisation
