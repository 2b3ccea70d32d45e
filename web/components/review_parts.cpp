#include "web/components/review_parts.hpp"

#include <cstdint>
#include <span>

#include "html/html.hpp"
#include "text/number.hpp"
#include "web/components/content.hpp"
#include "web/components/forms.hpp"
#include "web/components/parts.hpp"

namespace caicach::web
{
namespace
{

html::Literal name(Fate fate)
{
    switch (fate) {
        case Fate::item:
            return "item";
        case Fate::heading:
            return "heading";
        case Fate::field:
            return "field";
        case Fate::boilerplate:
            return "boilerplate";
        case Fate::unknown:
            return "unknown";
    }
    return "unknown";
}

html::Literal words(Fate fate)
{
    switch (fate) {
        case Fate::item:
            return "Nội dung mục";
        case Fate::heading:
            return "Đề mục";
        case Fate::field:
            return "Cơ quan, thời gian, kinh phí";
        case Fate::boilerplate:
            return "Phần chung, không thành mục";
        case Fate::unknown:
            return "Chưa rõ";
    }
    return "Chưa rõ";
}

constexpr Fate all_fates[] = {Fate::item, Fate::heading, Fate::field, Fate::boilerplate,
                              Fate::unknown};

void help(html::Writer& out)
{
    out(
        {"<details class=\"quiet-details review__help\"><summary>Phím tắt</summary><dl>"
         "<dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>Mục sau, mục trước</dd>"
         "<dt><kbd>n</kbd></dt><dd>Mục sau còn cần xem</dd>"
         "<dt><kbd>Enter</kbd> <kbd>e</kbd></dt><dd>Sửa mục đang chọn</dd>"
         "<dt><kbd>d</kbd></dt><dd>Xác nhận mục đang chọn là đúng</dd>"
         "<dt><kbd>u</kbd></dt><dd>Hoàn tác</dd>"
         "<dt><kbd>Esc</kbd></dt><dd>Rời ô đang nhập, về lại mục</dd></dl>"
         "<div class=\"ds-field\"><input class=\"ds-input\" type=\"checkbox\" id=\"phim-tat\" "
         "checked data-keys-switch><label for=\"phim-tat\">Dùng phím tắt</label></div></details>"});
}

}  // namespace

void review(html::Writer& out, const Review& review)
{
    out({"<div class=\"review\" data-review>"});
    review.bar(out);
    out(
        {"<div class=\"review__panes\"><section class=\"review__pane review__pane--source\" "
         "aria-labelledby=\"van-ban\"><h2 id=\"van-ban\">Văn bản</h2><ul "
         "class=\"review__legend\">"});
    for (const auto fate : all_fates)
        out({"<li class=\"fate--", name(fate), "\">", words(fate), "</li>"});
    out(
        {"</ul><div class=\"review__scroll\" tabindex=\"0\" role=\"region\" "
         "aria-label=\"Các dòng của văn bản\">"});
    review.source(out);
    out(
        {"</div></section><section class=\"review__pane\" aria-labelledby=\"cac-muc\">"
         "<h2 id=\"cac-muc\">Các mục đọc được</h2>"
         "<div class=\"review__scroll\" tabindex=\"0\" role=\"region\" "
         "aria-label=\"Danh sách mục\"><div class=\"item-list\">"});
    review.items(out);
    out({"</div></div></section></div></div>"});
}

void source_lines(html::Writer& out, std::span<const SourceLine> lines,
                  std::string_view new_item_path)
{
    out({"<ol class=\"source\">"});
    for (const auto& line : lines) {
        if (line.page_begins > 0)
            out({"<li class=\"source__page\">Trang ", line.page_begins, "</li>"});
        out({"<li class=\"line line--", name(line.fate), "\" id=\"dong-", line.number,
             "\" data-part data-line=\"", line.number, "\">"});
        if (line.item_key.empty() && new_item_path.empty()) {
            out({"<span class=\"line__number\">", line.number, "</span>"});
        } else if (line.item_key.empty()) {
            out(
                {"<a class=\"line__number line__number--free\" title=\"Thêm mục từ dòng này\" "
                 "href=\"",
                 html::url(new_item_path), line.number, "\">", line.number,
                 "<span class=\"visually-hidden\"> – thêm mục từ dòng này</span></a>"});
        } else {
            out({"<a class=\"line__number\" href=\"#muc-", line.item_key, "\">", line.number,
                 "<span class=\"visually-hidden\"> – mục ", line.item_path, "</span></a>"});
        }
        out({"<span class=\"line__text\"><span class=\"visually-hidden\">", words(line.fate),
             ": </span>", line.text, "</span></li>"});
    }
    out({"</ol>"});
}

void review_bar(html::Writer& out, const ReviewBar& bar)
{
    out({"<div class=\"review__bar\">"});
    review_bar_parts(out, bar);
    out({"<p class=\"review__saved\" data-save-status></p>"});
    if (bar.has_keys) help(out);
    if (!bar.put_in_force_path.empty()) {
        link_button(out, {.text = "Đưa vào thực hiện…",
                          .path = bar.put_in_force_path,
                          .emphasis = Emphasis::primary,
                          .is_small = true});
    }
    out({"</div>"});
}

void review_bar_parts(html::Writer& out, const ReviewBar& bar)
{
    out({"<p class=\"review__left\" id=\"con-lai\" data-part>"});
    if (bar.left == 0)
        out({"Không còn chỗ nào cần xem, ", text::format_integer(bar.total), " mục"});
    else
        out({"Còn ", text::format_integer(bar.left), " chỗ cần xem, trong ",
             text::format_integer(bar.total), " mục"});
    out({"</p><div class=\"review__actions\" id=\"hoan-tac\" data-part>"});
    if (!bar.undo_text.empty()) {
        out({"<form method=\"post\" action=\"", html::url(bar.undo_action), "\">"});
        hidden(out, {.name = "csrf", .value = bar.csrf});
        out(
            {"<button class=\"ds-button button-small\" data-variant=\"secondary\" data-undo>"
             "Hoàn tác<span class=\"visually-hidden\">: ",
             bar.undo_text, "</span></button></form>"});
    }
    out({"</div>"});
}

void item_card(html::Writer& out, const ItemCard& card)
{
    item_card(out, card, [](html::Writer&) {});
}

void item_card(html::Writer& out, const ItemCard& card, Content editor)
{
    out({"<article class=\"item-card\" id=\"muc-", card.key, "\" data-item=\"", card.key,
         "\" data-lines=\"", card.line_first, "-", card.line_last,
         "\" tabindex=\"-1\" aria-labelledby=\"muc-", card.key, "-ten\">"});
    item_summary(out, card);
    item_buttons(out, card);
    out({"<div class=\"item-card__editor\" id=\"muc-", card.key, "-sua\" data-editor>"});
    editor(out);
    out({"</div></article>"});
}

void item_buttons(html::Writer& out, const ItemCard& card)
{
    out({"<div class=\"row no-print\" id=\"muc-", card.key, "-nut\" data-part>"});
    if (!card.edit_path.empty()) {
        out({"<a class=\"ds-button button-small\" data-variant=\"secondary\" href=\"",
             html::url(card.edit_path), "\" hx-get=\"", html::url(card.edit_path),
             "\" hx-target=\"#muc-", card.key,
             "-sua\" data-edit>Sửa<span "
             "class=\"visually-hidden\"> mục ",
             card.path, "</span></a>"});
    }
    if (!card.confirm_action.empty()) {
        out({"<form method=\"post\" action=\"", html::url(card.confirm_action),
             "\" data-autosave><input type=\"hidden\" name=\"version\" value=\"", card.version,
             "\">"});
        hidden(out, {.name = "csrf", .value = card.csrf});
        out(
            {"<button class=\"ds-button button-small\" data-variant=\"tertiary\" "
             "data-confirm-item>Đã xem, đúng<span class=\"visually-hidden\">: mục ",
             card.path, "</span></button></form>"});
    }
    out({"</div>"});
}

void item_summary(html::Writer& out, const ItemCard& card)
{
    out({"<div id=\"muc-", card.key, "-tom-tat\" data-part"});
    if (card.state == ItemState::to_do) out({" data-state=\"todo\""});
    if (card.state == ItemState::done) out({" data-state=\"done\""});
    out({"><div class=\"item-card__head\"><span class=\"item-card__path\">", card.path, "</span>"});
    tag(out, card.kind);
    if (card.is_requested) tag(out, {.text = "Đề nghị", .tone = Tone::info});
    if (card.state == ItemState::to_do) tag(out, {.text = "Cần xem", .tone = Tone::warning});
    if (card.state == ItemState::done) tag(out, {.text = "Đã xem", .tone = Tone::success});
    if (!card.confidence.empty()) out({"<span class=\"muted\">", card.confidence, "</span>"});
    out({"<a class=\"item-card__lines\" href=\"#dong-", card.line_first, "\" data-show-lines>dòng ",
         card.line_first});
    if (card.line_last > card.line_first) out({"–", card.line_last});
    out({"</a></div>"});
    if (!card.context.empty()) out({"<p class=\"item-card__context\">", card.context, "</p>"});
    out({"<h3 class=\"item-card__title\" id=\"muc-", card.key, "-ten\">", card.title, "</h3>"});
    if (!card.facts.empty()) compact_facts(out, card.facts);
    if (!card.understood.empty())
        out({"<p class=\"item-card__understood\">Hiểu là: ", card.understood, "</p>"});
    if (!card.notes.empty()) {
        out({"<ul class=\"item-card__notes\">"});
        for (const auto note : card.notes) out({"<li>", note, "</li>"});
        out({"</ul>"});
    }
    out({"</div>"});
}

void item_editor(html::Writer& out, const ItemEditor& editor, Content fields, Content actions)
{
    out(
        {"<div data-conflict></div><form class=\"form form--wide\" method=\"post\" novalidate "
         "action=\"",
         html::url(editor.action), "\" data-autosave>"});
    hidden(out, {.name = "csrf", .value = editor.csrf});
    item_version(out, editor.key, editor.version);
    hidden(out, {.name = "base", .value = editor.base});
    fields(out);
    out(
        {"<div class=\"form__actions\"><button class=\"ds-button button-small\">Lưu</button></div>"
         "</form><div class=\"row\">"});
    actions(out);
    out({"</div>"});
}

void item_version(html::Writer& out, std::string_view key, std::int64_t version)
{
    out({"<input type=\"hidden\" name=\"version\" id=\"muc-", key,
         "-phien-ban\" data-part value=\"", version, "\">"});
}

void split_form(html::Writer& out, const SplitForm& form)
{
    if (form.lines.size() < 2) return;
    out({"<form class=\"row\" method=\"post\" action=\"", html::url(form.action), "\">"});
    hidden(out, {.name = "csrf", .value = form.csrf});
    out({"<input type=\"hidden\" name=\"version\" value=\"", form.version, "\"><label for=\"muc-",
         form.key,
         "-tach\">Tách sau dòng</label><select class=\"ds-input\" name=\"after_line\" "
         "id=\"muc-",
         form.key, "-tach\">"});
    for (const auto& line : form.lines.first(form.lines.size() - 1))
        out({"<option value=\"", line.number, "\">", line.number, "</option>"});
    out({"</select>"});
    submit_button(
        out, {.text = "Tách thành hai mục", .emphasis = Emphasis::secondary, .is_small = true});
    out({"</form>"});
}

void conflict(html::Writer& out, const Conflict& conflict)
{
    out({"<div class=\"conflict\" role=\"alert\" data-conflict-panel><h3>", conflict.their_name,
         " vừa sửa chỗ này</h3><p>Bản đã lưu lúc ", conflict.their_time,
         " khác với bản bạn đang sửa ở những chỗ dưới đây; các chỗ khác của cả hai bản đều được "
         "giữ. Hãy chọn bản giữ lại.</p><div class=\"versions\">"
         "<section><h4>Bản của bạn, chưa lưu</h4>"});
    compact_facts(out, conflict.mine);
    out({"<form method=\"post\" action=\"", html::url(conflict.action), "\">"});
    hidden(out, {.name = "csrf", .value = conflict.csrf});
    for (const auto& value : conflict.my_values) hidden(out, value);
    submit_button(out, {.text = "Lưu bản của tôi", .is_small = true});
    out({"</form></section><section><h4>Bản đã lưu</h4>"});
    compact_facts(out, conflict.theirs);
    link_button(out, {.text = "Dùng bản đã lưu", .path = conflict.their_path, .is_small = true});
    out({"</section></div></div>"});
}

void change(html::Writer& out, const Change& change)
{
    const bool is_added = change.kind == Change::Kind::added;
    const bool is_removed = change.kind == Change::Kind::removed;
    out({"<article class=\"card\" id=\"thay-doi-", change.key,
         "\"><div class=\"item-card__head\">"
         "<span class=\"item-card__path\">",
         change.path, "</span>"});
    if (is_added)
        tag(out, {.text = "Thêm mới", .tone = Tone::success});
    else if (is_removed)
        tag(out, {.text = "Bỏ", .tone = Tone::danger});
    else
        tag(out, {.text = "Sửa đổi", .tone = Tone::warning});
    out({"</div>"});
    const bool has_both = !is_added && !is_removed;
    if (!is_added)
        out({"<p>", html::when(has_both, "<span class=\"muted\">Đang thực hiện: </span>"), "<del>",
             change.old_text, "</del></p>"});
    if (!is_removed)
        out({"<p>", html::when(has_both, "<span class=\"muted\">Bản sửa đổi: </span>"), "<ins>",
             change.new_text, "</ins></p>"});
    if (!change.accept_action.empty()) {
        out({"<div class=\"row\">"});
        post_button(out, {.text = "Chấp nhận",
                          .action = change.accept_action,
                          .csrf = change.csrf,
                          .emphasis = Emphasis::primary,
                          .is_small = true});
        post_button(out, {.text = "Không chấp nhận",
                          .action = change.refuse_action,
                          .csrf = change.csrf,
                          .is_small = true});
        out({"</div>"});
    }
    out({"</article>"});
}

void attention_list(html::Writer& out, std::span<const Attention> entries)
{
    if (entries.empty()) return;
    out({"<ul>"});
    for (const auto& entry : entries)
        out({"<li><a href=\"", html::url(entry.path), "\">", entry.text, "</a></li>"});
    out({"</ul>"});
}

}  // namespace caicach::web
