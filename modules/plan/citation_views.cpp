#include "plan/citation_views.hpp"

#include <fmt/format.h>

#include <array>

#include "plan/paths.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::plan
{
namespace
{

using html::Writer;

std::string name_of_document(const Reference& document)
{
    auto name = document.number ? document.kind + " " + *document.number : document.kind;
    if (document.name) name = document.number ? name + ": " + *document.name : *document.name;
    return name;
}

void write_document(Writer& cell, const Citation& citation)
{
    const auto name = name_of_document(citation.document);
    if (citation.own_slug.empty()) {
        cell({name});
    } else {
        cell(
            {"<a href=\"", html::url(plans_path() + "/" + citation.own_slug), "\">", name, "</a>"});
    }
}

void write_plans(Writer& cell, const std::vector<Citation::Plan>& plans)
{
    for (const auto& plan : plans) {
        cell({"<div><a href=\"", html::url(plans_path() + "/" + plan.slug), "\">", plan.title,
              "</a></div>"});
    }
}

void write_documents(Writer& out, const CitationsPage& page)
{
    constexpr std::array columns{web::Column{"Văn bản"}, web::Column{"Ngày ban hành"},
                                 web::Column{"Cơ quan ban hành"}, web::Column{"Kế hoạch viện dẫn"}};
    web::table(out, {.caption = "Văn bản được viện dẫn", .columns = columns}, [&](auto& rows) {
        for (const auto& citation : page.citations) {
            const auto& document = citation.document;
            rows.begin();
            rows.cell([&](Writer& cell) { write_document(cell, citation); });
            rows.cell(document.issued_on ? document.issued_on->vietnamese() : "–");
            rows.cell(document.issuer.value_or("–"));
            rows.cell([&](Writer& cell) { write_plans(cell, citation.plans); });
            rows.end();
        }
    });
}

void write_result(Writer& out, const CitationsPage& page)
{
    if (page.citations.empty()) {
        web::empty_state(out, {.title = "Không có văn bản nào như vậy",
                               .text = "Thử ít từ hơn, ví dụ chỉ số của văn bản."});
        return;
    }
    if (page.found > page.citations.size()) {
        out({"<p>Hiện ", page.citations.size(), " trong ", page.found,
             " văn bản, từ văn bản được viện dẫn nhiều nhất. Hãy tìm để thu hẹp.</p>"});
    }
    write_documents(out, page);
}

}  // namespace

http::Response citations_page(const Context& context, const CitationsPage& page)
{
    auto frame = web::frame_of(context, "Văn bản viện dẫn");
    frame.description =
        "Văn bản mà các kế hoạch đang thực hiện viện dẫn, và kế hoạch nào viện dẫn.";
    frame.crumbs = {{"Kế hoạch", plans_path()}};
    auto response = web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Văn bản viện dẫn",
                              .lead = "Luật, nghị định, nghị quyết, kế hoạch cấp trên mà các kế "
                                      "hoạch đang thực hiện dựa vào."});
        web::filter_form(
            out, {.action = citations_path(), .label = "Tìm văn bản", .submit_text = "Tìm"},
            [&](Writer& inner) {
                web::search_field(
                    inner, {.name = "tim", .label = "Số hoặc tên văn bản", .value = page.words});
            });
        write_result(out, page);
    });
    return response.set_caching(http::Caching::brief);
}

}  // namespace caicach::plan
