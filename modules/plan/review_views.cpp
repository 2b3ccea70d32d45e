#include "plan/review_views.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "plan/draft_views.hpp"
#include "plan/item_texts.hpp"
#include "plan/item_views.hpp"
#include "plan/open_card_views.hpp"
#include "plan/paths.hpp"
#include "text/text.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"

namespace caicach::plan
{
namespace
{

using html::Writer;

constexpr double sure = 0.95;
constexpr std::size_t line_characters_shown = 120;

web::Fate shown_fate(const SourceLine& line)
{
    switch (line.fate) {
        case Fate::item:
            return web::Fate::item;
        case Fate::heading:
            return web::Fate::heading;
        case Fate::field:
            return web::Fate::field;
        case Fate::unknown:
            return line.settled ? web::Fate::boilerplate : web::Fate::unknown;
        default:
            return web::Fate::boilerplate;
    }
}

web::Tag tag_of(ItemType type)
{
    return {label(type), type == ItemType::target     ? web::Tone::success
                         : type == ItemType::activity ? web::Tone::accent
                         : type == ItemType::duty     ? web::Tone::neutral
                                                      : web::Tone::info};
}

void write_items(Writer& out, const Context& context, const ReviewPage& page)
{
    for (const auto& note : page.open.notes) write_open_note(out, context, page, note);
    auto line = page.lines.begin();
    const auto write_lines_before = [&](int number) {
        for (; line != page.lines.end() && line->number < number; ++line) {
            if (line->needs_a_person()) write_open_line(out, context, page, *line);
        }
    };
    for (const auto& item : page.items) {
        if (item.is_removed) continue;
        write_lines_before(item.first_line);
        const ShownCard shown{context, page.edition, item, page.may_review};
        web::item_card(out, shown.card());
    }
    write_lines_before(std::numeric_limits<int>::max());
}

void write_removed(Writer& out, const Context& context, const ReviewPage& page)
{
    const auto count = std::ranges::count(page.items, true, &Item::is_removed);
    if (count == 0) return;
    out({"<details><summary>Mục đã xóa (", count, ")</summary><ul>"});
    for (const auto& item : page.items) {
        if (!item.is_removed) continue;
        out({"<li>", item.path, " ", text::shorten(item.title, line_characters_shown)});
        if (page.may_review) {
            const auto path = draft_item_path(page.edition, item, "khoi-phuc");
            const auto version = std::to_string(item.version);
            const std::array<web::HiddenValue, 1> values{{{"version", version}}};
            web::post_button(out, {.text = "Khôi phục",
                                   .action = path,
                                   .csrf = context.surroundings().csrf,
                                   .values = values,
                                   .is_small = true});
        }
        out({"</li>"});
    }
    out({"</ul></details>"});
}

/// The item that each line belongs to: of several around it, the one with the fewest lines.
std::vector<const Item*> owners(const ReviewPage& page)
{
    std::vector<const Item*> found(page.lines.size() + 1);
    const auto length = [](const Item& item) { return item.last_line - item.first_line; };
    for (const auto& item : page.items) {
        if (item.is_removed || item.first_line <= 0) continue;
        const auto last =
            std::min<std::size_t>(static_cast<std::size_t>(item.last_line), page.lines.size());
        for (auto at = static_cast<std::size_t>(item.first_line); at <= last; ++at) {
            if (found[at] == nullptr || length(item) < length(*found[at])) found[at] = &item;
        }
    }
    return found;
}

void write_actions(Writer& out, const ReviewPage& page)
{
    if (!page.file_path.empty()) {
        web::link_button(out, {.text = "Tải văn bản gốc",
                               .path = page.file_path,
                               .emphasis = web::Emphasis::tertiary});
    }
    if (!page.may_review) return;
    web::link_button(out, {.text = "Thêm mục…", .path = draft_path(page.edition, "muc-moi")});
    web::link_button(out, {.text = "Bỏ bản này…",
                           .path = draft_path(page.edition, "bo"),
                           .emphasis = web::Emphasis::tertiary});
}

void write_tabs(Writer& out, const ReviewPage& page, std::string_view current)
{
    draft_tabs(out, {.edition = page.edition,
                     .current = current,
                     .open = static_cast<std::int64_t>(page.open.count()),
                     .changes = page.changes.empty() ? -1 : page.open.changes});
}

}  // namespace

std::string need_text(const Context& context, const Need& need)
{
    return context.message(Error{.key = need.key, .arguments = {need.about}});
}

ShownCard::ShownCard(const Context& context, const Edition& edition, const Item& item,
                     bool may_review)
    : m_item(item),
      m_key(item.code()),
      m_title(item.title),
      m_context(text::join(item.context, " › ")),
      m_csrf(context.surroundings().csrf),
      m_texts(facts_of(item))
{
    for (const auto& [name, value] : m_texts.rows) m_facts.push_back({name, value});
    const auto open = needs(item);
    m_needs_a_person = !open.empty();
    for (const auto& need : open) m_note_texts.push_back(need_text(context, need));
    for (const auto& note : m_note_texts) m_notes.emplace_back(note);
    if (item.confidence < sure && !item.is_reviewed) {
        m_confidence = fmt::format("Độ chắc chắn {:.0f} %", item.confidence * 100);
    }
    if (!may_review) return;
    m_edit_path = draft_item_path(edition, item);
    if (!item.is_reviewed) m_confirm_path = draft_item_path(edition, item, "xac-nhan");
}

web::ItemCard ShownCard::card() const
{
    return {.key = m_key,
            .path = m_item.path,
            .kind = tag_of(m_item.type),
            .title = m_title,
            .context = m_context,
            .line_first = m_item.first_line,
            .line_last = m_item.last_line,
            .state = m_needs_a_person     ? web::ItemState::to_do
                     : m_item.is_reviewed ? web::ItemState::done
                                          : web::ItemState::plain,
            .confidence = m_confidence,
            .is_requested = m_item.requested,
            .facts = m_facts,
            .notes = m_notes,
            .edit_path = m_edit_path,
            .confirm_action = m_confirm_path,
            .csrf = m_csrf,
            .version = m_item.version};
}

namespace
{

/// Calls `write` with the bar and what it looks at.
template <class Write>
void with_bar(const Context& context, const ReviewPage& page, const Write& write)
{
    const auto undo = page.last_edit ? undo_path(page.edition, *page.last_edit) : std::string{};
    const auto in_force_path = draft_path(page.edition, "thuc-hien");
    web::ReviewBar bar{
        .left = static_cast<std::int64_t>(page.open.count()),
        .total = std::ranges::count(page.items, false, &Item::is_removed),
        .csrf = context.surroundings().csrf,
    };
    if (page.last_edit && page.may_review) {
        bar.undo_text = page.last_edit->summary;
        bar.undo_action = undo;
    }
    if (page.may_put_in_force) bar.put_in_force_path = in_force_path;
    write(bar);
}

}  // namespace

void write_bar(html::Writer& out, const Context& context, const ReviewPage& page)
{
    with_bar(context, page, [&](const web::ReviewBar& bar) { web::review_bar(out, bar); });
}

void write_plain_bar(html::Writer& out, const Context& context, const ReviewPage& page)
{
    with_bar(context, page, [&](web::ReviewBar bar) {
        bar.put_in_force_path = {};
        bar.has_keys = false;
        web::review_bar(out, bar);
    });
}

void write_bar_parts(html::Writer& out, const Context& context, const ReviewPage& page)
{
    with_bar(context, page, [&](const web::ReviewBar& bar) { web::review_bar_parts(out, bar); });
    web::tab_count(out, open_count_id, static_cast<std::int64_t>(page.open.count()));
}

void write_lines(html::Writer& out, const ReviewPage& page, int first, int last)
{
    const auto owner = owners(page);
    std::vector<std::string> keys;
    keys.reserve(page.lines.size());
    std::vector<std::string> texts;
    texts.reserve(page.lines.size());
    std::vector<web::SourceLine> lines;
    int page_before = 0;
    for (const auto& line : page.lines) {
        if (text::trim(line.text).empty()) continue;  // nothing to look at
        const bool begins_page = line.page > 0 && line.page != page_before;
        if (line.page > 0) page_before = line.page;
        if (line.number < first || line.number > last) continue;
        web::SourceLine shown{.number = line.number,
                              .text = texts.emplace_back(shown_line(line.text)),
                              .fate = shown_fate(line),
                              .page_begins = begins_page ? line.page : 0};
        const auto* item = owner[static_cast<std::size_t>(line.number)];
        if (item != nullptr) {
            shown.item_key = keys.emplace_back(item->code());
            shown.item_path = item->path;
        } else if (line.needs_a_person()) {
            shown.item_key = keys.emplace_back(card_key(line));
            shown.item_path = "chưa rõ";
        }
        lines.push_back(shown);
    }
    const auto new_item =
        page.may_review ? draft_path(page.edition, "muc-moi?dong=") : std::string{};
    web::source_lines(out, lines, new_item);
}

http::Response review_page(const Context& context, const ReviewPage& page)
{
    auto frame = draft_frame(context, page.edition, "Rà soát kế hoạch");
    frame.crumbs.pop_back();
    frame.is_wide = true;
    const auto name = draft_name(page.edition);
    const auto caption =
        (page.edition.number > 1 ? "Bản sửa đổi, đọc từ " : "Đọc từ ") + page.edition.file_name;
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = name, .caption = caption},
                        [&](Writer& row) { write_actions(row, page); });
        write_tabs(out, page, {});
        const auto bar = [&](Writer& inner) { write_bar(inner, context, page); };
        const auto source = [&](Writer& inner) {
            write_lines(inner, page, 1, std::numeric_limits<int>::max());
        };
        const auto items = [&](Writer& inner) {
            write_items(inner, context, page);
            write_removed(inner, context, page);
        };
        web::review(out, {.bar = bar, .source = source, .items = items});
        web::names_list(out, agency_names_id, page.agencies);
    });
}

}  // namespace caicach::plan
