#include "organisation/agency_tree_views.hpp"

#include <algorithm>
#include <string>

#include "organisation/day_asked.hpp"
#include "organisation/directory_views.hpp"
#include "organisation/limits.hpp"
#include "organisation/paths.hpp"
#include "web/components/frame.hpp"
#include "web/components/parts.hpp"

namespace caicach::organisation
{
namespace
{

using html::Writer;

/// Of a branch of the same day; "" for the top.
std::string path_of(const TreePage& page, std::string_view slug, std::size_t first = 0)
{
    auto path = agency_tree_path(slug);
    const auto add = [&](std::string_view name, std::string_view value) {
        path.append(path.find('?') == std::string::npos ? "?" : "&").append(name).append(value);
    };
    if (page.day != page.today) add("ngay=", page.day.iso());
    if (first > 0) add("tu=", std::to_string(first));
    return path;
}

std::string_view open_slug(const TreePage& page)
{
    return page.branch.above.empty() ? std::string_view{}
                                     : std::string_view(page.branch.above.back().slug);
}

void link(Writer& out, std::string_view path, std::string_view text)
{
    out({"<a href=\"", html::url(path), "\">", text, "</a>"});
}

void unit(Writer& out, const TreePage& page, const TreeUnit& unit)
{
    out({"<li>"});
    link(out, agency_path(unit.agency.slug), unit.agency.name);
    if (unit.units > 0) {
        out({" · "});
        const auto path = path_of(page, unit.agency.slug);
        out({"<a href=\"", html::url(path), "\">", std::to_string(unit.units),
             " đơn vị trực thuộc<span class=\"visually-hidden\"> của ", unit.agency.name,
             "</span></a>"});
    }
    out({"</li>"});
}

std::string_view text_of_kind(const TreePage& page, std::string_view key)
{
    const auto found = std::ranges::find(page.kinds, key, &Kind::key);
    return found == page.kinds.end() ? key : std::string_view(found->text);
}

/// A fold for each kind, all open: closing one is for those who look for another.
void units(Writer& out, const TreePage& page)
{
    const auto& all = page.branch.units;
    for (auto first = all.begin(); first != all.end();) {
        const auto last = std::find_if(first, all.end(), [&](const TreeUnit& each) {
            return each.agency.kind != first->agency.kind;
        });
        out({"<details class=\"quiet-details\" open><summary>",
             text_of_kind(page, first->agency.kind), " (", std::to_string(last - first),
             ")</summary><ul>"});
        for (; first != last; ++first) unit(out, page, *first);
        out({"</ul></details>"});
    }
}

/// Those above, each around the next, the branch itself innermost.
void nested(Writer& out, const TreePage& page, std::size_t level)
{
    const auto& above = page.branch.above;
    if (level == above.size()) {
        if (page.branch.units.empty()) {
            out({"<p>Vào ngày này không có đơn vị trực thuộc nào trong danh mục.</p>"});
        }
        units(out, page);
        return;
    }
    const bool is_open_branch = level + 1 == above.size();
    out({"<ul><li>"});
    if (is_open_branch) {
        out({"<h2>"});
        link(out, agency_path(above[level].slug), above[level].name);
        out({"</h2>"});
    } else {
        link(out, path_of(page, above[level].slug), above[level].name);
    }
    nested(out, page, level + 1);
    out({"</li></ul>"});
}

void pages(Writer& out, const TreePage& page)
{
    const auto before = page.first - std::min(page.first, limits::branch_units);
    const auto previous = page.first > 0 ? path_of(page, open_slug(page), before) : std::string{};
    const auto next = page.branch.has_more
                          ? path_of(page, open_slug(page), page.first + limits::branch_units)
                          : std::string{};
    const auto shown = "Đơn vị " + std::to_string(page.first + 1) + "–" +
                       std::to_string(page.first + page.branch.units.size());
    web::pagination(out, {.previous_path = previous, .next_path = next, .shown = shown});
}

}  // namespace

http::Response tree_page(const Context& context, const TreePage& page)
{
    auto frame = web::frame_of(context, "Cây tổ chức");
    frame.description = "Các cơ quan của tỉnh theo cấp trên, cấp dưới, vào một ngày.";
    frame.crumbs = {{.text = "Danh mục cơ quan", .path = agencies_path()}};
    auto response = web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Cây tổ chức"});
        directory_tabs(out, agency_tree_path(), page.day, page.today);
        const web::HiddenValue root{.name = "goc", .value = open_slug(page)};
        directory_day_form(out, agency_tree_path(), page.day, page.today, root);
        out({"<div id=\"ket-qua\" aria-live=\"polite\">"});
        if (!page.branch.above.empty()) {
            out({"<p>"});
            link(out, path_of(page, {}), "Cấp cao nhất");
            out({"</p>"});
        }
        nested(out, page, 0);
        pages(out, page);
        out({"</div>"});
    });
    if (!context.actor().is_signed_in()) response.set_caching(http::Caching::brief);
    return response;
}

}  // namespace caicach::organisation
