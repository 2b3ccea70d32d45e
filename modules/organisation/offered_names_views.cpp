#include "organisation/offered_names_views.hpp"

#include "text/text.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"

namespace caicach::organisation
{

void names_finder(html::Writer& out, const OfferedNames& offered)
{
    if (offered.is_all) return;
    out({"<fieldset><legend>Không nhớ tên đầy đủ?</legend>"});
    web::search_field(out, {.name = sought_field,
                            .label = "Tìm tên cơ quan",
                            .value = offered.sought,
                            .hint = "Gõ vài chữ, không dấu cũng được. Tên tìm thấy hiện ở đầu "
                                    "trang và trong gợi ý của các ô; những gì đã điền vẫn còn."});
    web::submit_button(out, {.text = "Tìm tên",
                             .emphasis = web::Emphasis::secondary,
                             .name = look_field,
                             .value = "1"});
    out({"</fieldset>"});
}

void found_names(html::Writer& out, const OfferedNames& offered)
{
    if (offered.is_all || text::trim(offered.sought).empty()) return;
    out({"<section class=\"card\" aria-labelledby=\"ten-tim-thay\"><h2 id=\"ten-tim-thay\">"});
    if (offered.names.empty()) {
        out({"Không tìm thấy “", offered.sought,
             "”</h2><p>Hãy thử từ ngắn hơn, hoặc xem lại ngày có hiệu lực: cơ quan phải có trong "
             "danh mục vào ngày ấy.</p></section>"});
        return;
    }
    out({"Tên gần với “", offered.sought, "”</h2><ul>"});
    for (const auto& name : offered.names) out({"<li>", name, "</li>"});
    out({"</ul></section>"});
}

}  // namespace caicach::organisation
