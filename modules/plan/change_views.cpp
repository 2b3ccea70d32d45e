#include "plan/change_views.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "plan/draft_views.hpp"
#include "plan/item_texts.hpp"
#include "plan/paths.hpp"
#include "plan/review_views.hpp"
#include "web/components/forms.hpp"
#include "web/components/review_parts.hpp"

namespace caicach::plan
{
namespace
{

using html::Writer;

web::Change::Kind shown_kind(Change::Kind kind)
{
    switch (kind) {
        case Change::Kind::added:
            return web::Change::Kind::added;
        case Change::Kind::removed:
            return web::Change::Kind::removed;
        case Change::Kind::changed:
            break;
    }
    return web::Change::Kind::changed;
}

/// The title, then what differs from `other`; all facts where there is no other.
std::string text_of(const std::optional<Item>& item, const std::optional<Item>& other)
{
    if (!item) return {};
    auto text = item->title;
    const auto others = other ? facts_of(*other).rows : ItemFacts{}.rows;
    for (const auto& row : facts_of(*item).rows) {
        if (std::ranges::find(others, row) != others.end()) continue;
        text += fmt::format(" – {}: {}", row.first, row.second);
    }
    return text;
}

void write_decided(Writer& out, const Context& context, const Edition& edition,
                   const Change& change, bool may_review)
{
    out({"<div class=\"row\"><span>",
         change.decision == Change::Decision::accepted ? std::string_view{"Đã chấp nhận."}
                                                       : std::string_view{"Không chấp nhận: giữ "
                                                                          "như bản đang thực "
                                                                          "hiện."},
         "</span>"});
    if (may_review) {
        const auto action =
            fmt::format("{}/xem-lai?lan={}", change_path(edition, change), change.version);
        web::post_button(out, {.text = "Quyết định lại",
                               .action = action,
                               .csrf = context.surroundings().csrf,
                               .emphasis = web::Emphasis::tertiary,
                               .is_small = true});
    }
    out({"</div>"});
}

void write_change(Writer& out, const Context& context, const ChangesPage& page,
                  const ShownChange& shown)
{
    const auto& edition = page.review.edition;
    const auto& change = shown.change;
    const auto key = std::to_string(change.number);
    const auto path = change_path(edition, change);
    const auto accept = fmt::format("{}/chap-nhan?lan={}", path, change.version);
    const auto refuse = fmt::format("{}/tu-choi?lan={}", path, change.version);
    const auto old_text = text_of(shown.before, shown.after);
    const auto new_text = text_of(shown.after, shown.before);
    const bool is_open = change.decision == Change::Decision::open && page.review.may_review;
    const auto item_of = shown.after.value_or(shown.before.value_or(Item{}));
    web::change(out, {.kind = shown_kind(change.kind),
                      .key = key,
                      .path = item_of.path,
                      .old_text = old_text,
                      .new_text = new_text,
                      .accept_action = is_open ? std::string_view{accept} : std::string_view{},
                      .refuse_action = is_open ? std::string_view{refuse} : std::string_view{},
                      .csrf = context.surroundings().csrf});
    if (change.decision != Change::Decision::open) {
        write_decided(out, context, edition, change, page.review.may_review);
    }
}

}  // namespace

http::Response changes_page(const Context& context, const ChangesPage& page)
{
    const auto& edition = page.review.edition;
    const auto frame = draft_frame(context, edition, "Thay đổi");
    const auto open = page.review.open.changes;
    const auto lead = fmt::format("{} thay đổi so với bản đang thực hiện, {} chưa quyết định.",
                                  page.changes.size(), open);
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Thay đổi", .caption = draft_name(edition), .lead = lead});
        draft_tabs(out, {.edition = edition,
                         .current = "thay-doi",
                         .open = static_cast<std::int64_t>(page.review.open.count()),
                         .changes = open});
        write_plain_bar(out, context, page.review);
        if (page.changes.empty()) {
            web::empty_state(
                out, {.title = "Không có thay đổi", .text = "Các mục giống bản đang thực hiện."});
        }
        out({"<div class=\"stack\">"});
        if (open > 0 && page.review.may_review) {
            const auto action = draft_path(edition, "thay-doi");
            web::post_button(out, {.text = "Chấp nhận tất cả thay đổi còn lại",
                                   .action = action,
                                   .csrf = context.surroundings().csrf,
                                   .emphasis = web::Emphasis::primary});
        }
        for (const auto& change : page.changes) write_change(out, context, page, change);
        out({"</div>"});
    });
}

}  // namespace caicach::plan
