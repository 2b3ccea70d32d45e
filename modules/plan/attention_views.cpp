#include <fmt/format.h>

#include <algorithm>

#include "plan/draft_views.hpp"
#include "plan/open_card_views.hpp"
#include "plan/paths.hpp"
#include "plan/review_views.hpp"
#include "text/text.hpp"
#include "web/components/forms.hpp"

namespace caicach::plan
{
namespace
{

using html::Writer;

constexpr std::size_t characters_shown = 120;

void write_section(Writer& out, std::string_view title, const std::vector<std::string>& texts,
                   const std::vector<std::string>& paths)
{
    if (texts.empty()) return;
    std::vector<web::Attention> entries;
    entries.reserve(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) entries.push_back({texts[i], paths[i]});
    out({"<section><h2>", title, " (", texts.size(), ")</h2>"});
    web::attention_list(out, entries);
    out({"</section>"});
}

void write_names(Writer& out, const ReviewPage& page)
{
    std::vector<std::string> texts;
    std::vector<std::string> paths;
    for (const auto& name : unknown_names(page.items)) {
        texts.push_back(fmt::format("“{}” – ở {} mục", name.text, name.items));
        paths.push_back(name_path(page.edition, name.text));
    }
    write_section(out, "Tên cơ quan chưa biết", texts, paths);
}

void write_items(Writer& out, const Context& context, const ReviewPage& page)
{
    std::vector<std::string> texts;
    std::vector<std::string> paths;
    for (const auto& [item, needs] : page.open.items) {
        std::string reasons;
        for (const auto& need : needs) {
            reasons += (reasons.empty() ? "" : "; ") + need_text(context, need);
        }
        texts.push_back(item.path + " " + text::shorten(item.title, characters_shown) + " – " +
                        reasons);
        paths.push_back(review_path(page.edition, item));
    }
    write_section(out, "Mục cần xem", texts, paths);
}

void write_lines_left(Writer& out, const ReviewPage& page)
{
    std::vector<std::string> texts;
    std::vector<std::string> paths;
    for (const auto& line : page.lines) {
        if (!line.needs_a_person()) continue;
        texts.push_back(
            fmt::format("Dòng {}: {}", line.number, text::shorten(line.text, characters_shown)));
        paths.push_back(open_line_path(page.edition, line.number));
    }
    write_section(out, "Dòng chưa rõ", texts, paths);
}

/// What a person passed over can be looked at again.
void write_settled(Writer& out, const Context& context, const ReviewPage& page)
{
    const auto is_settled = [](const SourceLine& line) {
        return line.fate == Fate::unknown && line.settled;
    };
    const auto count = std::ranges::count_if(page.lines, is_settled);
    if (count == 0) return;
    out({"<details><summary>Dòng đã bỏ qua (", count, ")</summary><ul>"});
    for (const auto& line : page.lines) {
        if (!is_settled(line)) continue;
        out({"<li>Dòng ", line.number, ": ", text::shorten(line.text, characters_shown), " "});
        if (page.may_review) {
            web::post_button(out, {.text = "Xem lại",
                                   .action = draft_line_path(page.edition, line.number),
                                   .csrf = context.surroundings().csrf,
                                   .is_small = true});
        }
        out({"</li>"});
    }
    out({"</ul></details>"});
}

void write_notes(Writer& out, const Context& context, const ReviewPage& page)
{
    std::vector<std::string> texts;
    std::vector<std::string> paths;
    for (const auto& note : page.open.notes) {
        texts.push_back(need_text(context, {note.key, note.text}));
        paths.push_back(draft_path(page.edition) + "#muc-" + card_key(note));
    }
    write_section(out, "Về cả văn bản", texts, paths);
}

void write_changes(Writer& out, const ReviewPage& page)
{
    if (page.open.changes == 0) return;
    write_section(out, "Thay đổi so với bản đang thực hiện",
                  {fmt::format("Còn {} thay đổi chưa quyết định", page.open.changes)},
                  {draft_path(page.edition, "thay-doi")});
}

}  // namespace

http::Response attention_page(const Context& context, const ReviewPage& page)
{
    auto frame = draft_frame(context, page.edition, "Cần xử lý");
    const auto count = page.open.count();
    const std::string_view lead = count == 0 ? "Không còn gì cần xử lý." : "";
    return web::show(frame, [&](Writer& out) {
        web::page_title(out,
                        {.title = "Cần xử lý", .caption = draft_name(page.edition), .lead = lead});
        draft_tabs(out, {.edition = page.edition,
                         .current = "can-xu-ly",
                         .open = static_cast<std::int64_t>(count),
                         .changes = page.changes.empty() ? -1 : page.open.changes});
        write_plain_bar(out, context, page);
        write_notes(out, context, page);
        write_changes(out, page);
        write_names(out, page);
        write_items(out, context, page);
        write_lines_left(out, page);
        write_settled(out, context, page);
        if (count > 0 || !page.may_put_in_force) return;
        web::link_button(out, {.text = "Đưa vào thực hiện…",
                               .path = draft_path(page.edition, "thuc-hien"),
                               .emphasis = web::Emphasis::primary});
    });
}

}  // namespace caicach::plan
