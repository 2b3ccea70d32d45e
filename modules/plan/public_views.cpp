#include "plan/public_views.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "plan/area.hpp"
#include "plan/item_texts.hpp"
#include "plan/paths.hpp"
#include "text/number.hpp"
#include "text/text.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/plan_parts.hpp"

namespace caicach::plan
{
namespace
{

using html::Writer;

web::Tag tag_of(ItemType type)
{
    switch (type) {
        case ItemType::target:
            return {label(type), web::Tone::success};
        case ItemType::activity:
            return {label(type), web::Tone::accent};
        case ItemType::topic:
        case ItemType::channel:
            return {label(type), web::Tone::info};
        case ItemType::duty:
            break;
    }
    return {label(type), web::Tone::neutral};
}

/// How many pass the filter, and the way back to all.
void write_count(Writer& out, const PlanPage& page)
{
    if (page.filter.is_empty()) return;
    out({"<p>Có ", page.found, " trong ", page.total, " mục phù hợp. <a href=\"",
         html::url(plan_path(page.edition)), "\">Bỏ lọc</a></p>"});
}

/// What is taken along is what is seen: the same filters.
void write_downloads(Writer& out, const PlanPage& page)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> formats{
        {{"CSV", "csv"}, {"Excel", "xlsx"}, {"JSON", "json"}, {"Lịch (ICS)", "ics"}}};
    std::array<std::string, 4> paths;
    std::array<web::Download, 4> entries{};
    for (std::size_t i = 0; i < formats.size(); ++i) {
        paths[i] = export_path(page.edition, formats[i].second) + page.filter.query();
        entries[i] = {formats[i].first, paths[i]};
    }
    web::downloads(out, entries);
}

void write_items(Writer& out, const PlanPage& page)
{
    const auto& content = *page.content;
    std::size_t rows = 0;
    for (const auto at : page.shown) rows += content.texts[at].facts.rows.size();
    std::vector<web::Fact> facts;
    facts.reserve(rows);  // the items look at it
    std::vector<web::PlanItem> items;
    items.reserve(page.shown.size());
    for (const auto at : page.shown) {
        const auto& item = content.items[at];
        const auto& texts = content.texts[at];
        const auto first = facts.size();
        for (const auto& [name, value] : texts.facts.rows) facts.push_back({name, value});
        items.push_back({.anchor = texts.anchor,
                         .path = item.path,
                         .kind = tag_of(item.type),
                         .title = item.title,
                         .context = texts.context,
                         .is_requested = item.requested,
                         .facts = std::span{facts}.subspan(first),
                         .source_text = texts.source,
                         .source_place = texts.place});
    }
    if (page.found > 0) write_downloads(out, page);
    web::plan_items(out, items);
    if (page.found == 0) return;
    const auto range =
        fmt::format("Mục {}–{} trong {}", page.first + 1, page.first + items.size(), page.found);
    web::pagination(
        out, {.previous_path = page.previous_path, .next_path = page.next_path, .shown = range});
}

void write_filters(Writer& out, const PlanPage& page)
{
    const auto path = plan_path(page.edition);
    std::vector<web::Choice> agencies;
    for (const auto& agency : *page.agencies) {
        const bool is_chosen = agency.slug == page.filter.agency;
        const auto& named = page.content->agencies;
        if (!is_chosen && std::ranges::find(named, agency.id) == named.end()) continue;
        agencies.push_back({agency.slug, agency.name, {}, is_chosen});
    }
    std::vector<web::Choice> types;
    for (const auto type : {ItemType::target, ItemType::activity, ItemType::topic,
                            ItemType::channel, ItemType::duty}) {
        types.push_back({name_of(type), label(type), {}, page.filter.type == type});
    }
    constexpr std::array<std::string_view, 4> numbers{"1", "2", "3", "4"};
    constexpr std::array<std::string_view, 4> names{"Quý I", "Quý II", "Quý III", "Quý IV"};
    std::vector<web::Choice> fields;
    fields.reserve(areas().size());
    for (const auto& area : areas()) {
        fields.push_back({area.key, area.text, {}, area.key == page.filter.area});
    }
    std::vector<web::Choice> quarters;
    quarters.reserve(numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        quarters.push_back(
            {numbers[i], names[i], {}, page.filter.quarter == static_cast<int>(i) + 1});
    }
    web::filter_form(
        out, {.action = path, .results_id = "cac-muc", .label = "Lọc các mục"}, [&](Writer& inner) {
            web::search_field(
                inner,
                {.name = "tim", .label = "Tìm trong kế hoạch này", .value = page.filter.words});
            const auto& filter = page.filter;
            const bool is_used =
                !filter.agency.empty() || filter.type || !filter.area.empty() || filter.quarter > 0;
            web::more_filters(inner, is_used, [&](Writer& more) {
                web::select_field(more, {.field = {.name = "co-quan", .label = "Cơ quan"},
                                         .choices = agencies,
                                         .none_text = "Tất cả"});
                web::select_field(more, {.field = {.name = "loai", .label = "Loại"},
                                         .choices = types,
                                         .none_text = "Tất cả"});
                web::select_field(more, {.field = {.name = "linh-vuc", .label = "Lĩnh vực"},
                                         .choices = fields,
                                         .none_text = "Tất cả"});
                web::select_field(more, {.field = {.name = "quy", .label = "Thời gian"},
                                         .choices = quarters,
                                         .none_text = "Cả năm"});
            });
        });
}

void write_list(Writer& out, std::string_view title, const std::vector<std::string>& entries)
{
    if (entries.empty()) return;
    out({"<details><summary>", title, " (", entries.size(), ")</summary><ul>"});
    for (const auto& entry : entries) out({"<li>", entry, "</li>"});
    out({"</ul></details>"});
}

void write_references(Writer& out, const std::vector<CitedLink>& references)
{
    if (references.empty()) return;
    out({"<details><summary>Văn bản viện dẫn (", references.size(), ")</summary><ul>"});
    for (const auto& [text, path] : references) {
        out({"<li><a href=\"", html::url(path), "\">", text, "</a></li>"});
    }
    out({"</ul></details>"});
}

void write_document(Writer& out, const PlanPage& page)
{
    const auto& document = page.edition.document;
    const auto issued = document.issued_on ? document.issued_on->vietnamese() : std::string{};
    const auto signer = document.signer_title.empty()
                            ? document.signer_name
                            : document.signer_name + ", " + document.signer_title;
    const auto year = std::to_string(document.year);
    const auto number = document.number.value_or("");
    const auto since =
        page.edition.in_force_at ? Date::of(*page.edition.in_force_at).vietnamese() : std::string{};
    const auto edition = page.edition.number > 1 ? fmt::format("Lần {}", page.edition.number) : "";
    const auto& agencies = *page.agencies;
    const auto coordinator =
        std::ranges::find(agencies, page.edition.coordinator, &organisation::AgencySummary::id);
    const std::string_view coordinating =
        coordinator == agencies.end() ? std::string_view{} : coordinator->name;
    const std::array<web::Fact, 8> rows{web::Fact{"Số, ký hiệu", number},
                                        web::Fact{"Ngày ban hành", issued},
                                        web::Fact{"Cơ quan ban hành", document.issuer},
                                        web::Fact{"Cơ quan điều phối", coordinating},
                                        web::Fact{"Người ký", signer},
                                        web::Fact{"Năm", year},
                                        web::Fact{"Đưa vào thực hiện", since},
                                        web::Fact{"Bản sửa đổi", edition}};
    out(
        {"<aside class=\"plan-layout__aside\" aria-label=\"Về văn bản\"><div class=\"card\"><h2>Về "
         "văn bản</h2>"});
    web::facts(out, rows);
    for (const auto& link : page.links)
        out({"<p><a href=\"", html::url(link.path), "\">", link.text, "</a></p>"});
    write_references(out, page.content->references);
    write_list(out, "Nơi nhận", page.content->recipients);
    out({"</div></aside>"});
}

std::string caption_of(const Edition& edition)
{
    const auto number = edition.document.number ? " " + *edition.document.number : "";
    return (edition.document.kind == "quyết định" ? "Quyết định" : "Kế hoạch") + number;
}

/// What an item says at a glance, below its words in a list: "IV.2 · Sở Nội vụ · Quý III/2026".
std::string glance(const Item& item)
{
    auto words = "Mục " + item.path;
    for (const auto& [name, value] : facts_of(item).rows) {
        if (name == "Chủ trì" || name == "Thời gian") words += " · " + value;
    }
    return words;
}

/// The hits within one plan, best first as they came.
void write_found_in(Writer& out, const PlansPage& page, const Edition& plan)
{
    out({"<h3>", plan.document.title, "</h3><ul class=\"found\">"});
    for (const auto& hit : page.found) {
        if (hit.edition.id != plan.id) continue;
        out({"<li><a href=\"", html::url(item_path(hit.edition, hit.item)), "\">", hit.item.title,
             "</a><p>", glance(hit.item), "</p></li>"});
    }
    out({"</ul>"});
}

void write_found(Writer& out, const PlansPage& page)
{
    out({"<section aria-labelledby=\"ket-qua\"><h2 id=\"ket-qua\">Kết quả tìm “", page.words,
         "”</h2>"});
    if (page.found.empty()) {
        web::empty_state(out, {.title = "Không có mục nào có các từ này",
                               .text = "Thử ít từ hơn, hoặc gõ không dấu.",
                               .action_text = "Bỏ tìm",
                               .action_path = plans_path()});
    } else {
        for (std::size_t at = 0; at < page.found.size(); ++at) {
            const auto plan = page.found[at].edition.id;
            const auto is_same = [&](const FoundItem& hit) { return hit.edition.id == plan; };
            if (std::ranges::any_of(std::span{page.found}.first(at), is_same)) continue;
            write_found_in(out, page, page.found[at].edition);
        }
    }
    out({"</section>"});
}

void write_plan_rows(Writer& out, std::string_view caption, const std::vector<Edition>& editions)
{
    constexpr std::array columns{web::Column{"Kế hoạch"}, web::Column{"Năm"},
                                 web::Column{"Số, ký hiệu"}, web::Column{"Ngày ban hành"},
                                 web::Column{"Cơ quan ban hành"}};
    web::table(out, {.caption = caption, .columns = columns}, [&](auto& rows) {
        for (const auto& edition : editions) {
            const auto& document = edition.document;
            rows.begin();
            rows.cell([&](Writer& cell) {
                cell({"<a href=\"", html::url(plan_path(edition)), "\">", document.title, "</a>"});
            });
            rows.cell(std::to_string(document.year));
            rows.cell([&](Writer& cell) {
                cell({"<span class=\"nowrap\">", document.number.value_or("–"), "</span>"});
            });
            rows.cell(document.issued_on ? document.issued_on->vietnamese() : "–");
            rows.cell(document.issuer);
            rows.end();
        }
    });
}

/// Those of this year and of years to come, then those whose time is over.
void write_plans(Writer& out, const PlansPage& page)
{
    if (page.editions.empty()) {
        web::empty_state(out, {.title = "Chưa có kế hoạch nào đang thực hiện",
                               .text = "Kế hoạch xuất hiện ở đây khi cơ quan điều phối đưa vào "
                                       "thực hiện."});
        return;
    }
    std::vector<Edition> current;
    std::vector<Edition> over;
    for (const auto& edition : page.editions) {
        (last_year(edition.document) < page.this_year ? over : current).push_back(edition);
    }
    if (!current.empty()) {
        write_plan_rows(out, "Kế hoạch đang thực hiện", current);
    } else if (page.year == 0) {
        out({"<p>Chưa có kế hoạch của năm ", page.this_year, ".</p>"});
    }
    if (over.empty()) return;
    out({"<h2>Các năm trước</h2>"});
    write_plan_rows(out, "Kế hoạch các năm trước", over);
}

}  // namespace

http::Response plan_page(const Context& context, const PlanPage& page)
{
    const auto& document = page.edition.document;
    auto frame = web::frame_of(context, document.title);
    frame.description =
        fmt::format("{}: {} mục, cơ quan chủ trì, thời gian và nguồn.", document.title, page.total);
    frame.crumbs = {{"Kế hoạch", plans_path()}};
    const auto caption = caption_of(page.edition);
    const auto lead = fmt::format(
        "{}. {} mục.", page.is_over ? "Đã hết năm kế hoạch" : "Đang thực hiện", page.total);
    auto response = web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = document.title, .caption = caption, .lead = lead});
        out({"<div class=\"plan-layout\"><div>"});
        write_filters(out, page);
        // All that hangs on the filter stands inside: htmx swaps this part.
        out(
            {"<section id=\"cac-muc\" aria-labelledby=\"tieu-de-muc\"><h2 id=\"tieu-de-muc\">Các "
             "mục của kế hoạch</h2>"});
        write_count(out, page);
        write_items(out, page);
        out({"</section></div>"});
        write_document(out, page);
        out({"</div>"});
    });
    return response.set_caching(http::Caching::brief);
}

http::Response plans_page(const Context& context, const PlansPage& page)
{
    auto frame = web::frame_of(context, "Kế hoạch cải cách hành chính");
    frame.description =
        "Các kế hoạch cải cách hành chính đang thực hiện: việc gì, cơ quan nào, khi "
        "nào, theo văn bản nào.";
    auto response = web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Kế hoạch cải cách hành chính",
                              .lead = "Việc gì, cơ quan nào làm, khi nào, theo văn bản nào."});
        std::vector<std::string> texts;
        texts.reserve(page.years.size());
        for (const auto year : page.years) texts.push_back(std::to_string(year));
        std::vector<web::Choice> years;
        years.reserve(texts.size());
        for (const auto& text : texts) {
            years.push_back({text, text, {}, text == std::to_string(page.year)});
        }
        web::filter_form(
            out, {.action = "/ke-hoach", .label = "Tìm kế hoạch", .submit_text = "Tìm"},
            [&](Writer& inner) {
                web::search_field(
                    inner, {.name = "tim", .label = "Tìm trong mọi kế hoạch", .value = page.words});
                web::select_field(inner, {.field = {.name = "nam", .label = "Năm"},
                                          .choices = years,
                                          .none_text = "Mọi năm"});
            });
        if (!page.words.empty()) write_found(out, page);
        write_plans(out, page);
        out({"<p><a href=\"", html::url(citations_path()),
             "\">Văn bản mà các kế hoạch viện dẫn</a></p>"});
    });
    return response.set_caching(http::Caching::brief);
}

}  // namespace caicach::plan
