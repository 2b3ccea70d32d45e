#include "plan/open_card_views.hpp"

#include "plan/code.hpp"
#include "plan/paths.hpp"
#include "plan/review_views.hpp"
#include "web/components/forms.hpp"
#include "web/components/parts.hpp"

namespace caicach::plan
{
namespace
{

using html::Writer;

struct OpenCard {
    std::string_view key{};
    std::string_view kind{};
    std::string_view title{};
    int line{};  ///< 0: of none
};

/// `settled` says what a person did; empty while the card waits.
void write_summary(Writer& out, const OpenCard& card, std::string_view settled)
{
    out({"<div id=\"muc-", card.key, "-tom-tat\" data-part data-state=\"",
         settled.empty() ? std::string_view{"todo"} : std::string_view{"done"},
         "\"><div class=\"item-card__head\">"});
    web::tag(out, {card.kind, web::Tone::warning});
    if (!settled.empty()) web::tag(out, {settled, web::Tone::success});
    if (card.line > 0) {
        out({"<a class=\"item-card__lines\" href=\"#dong-", card.line, "\" data-show-lines>dòng ",
             card.line, "</a>"});
    }
    out({"</div><h3 class=\"item-card__title\" id=\"muc-", card.key, "-ten\">", card.title,
         "</h3></div>"});
}

void write_card(Writer& out, const OpenCard& card, web::Content buttons)
{
    out({"<article class=\"item-card\" id=\"muc-", card.key, "\" data-item=\"", card.key,
         "\" data-lines=\"", card.line, "-", card.line, "\" tabindex=\"-1\" aria-labelledby=\"muc-",
         card.key, "-ten\">"});
    write_summary(out, card, {});
    out({"<div class=\"row no-print\" id=\"muc-", card.key, "-nut\" data-part>"});
    buttons(out);
    out({"</div></article>"});
}

/// The card as it stands once a person has settled it: without buttons.
void write_settled(Writer& out, const OpenCard& card, std::string_view settled)
{
    write_summary(out, card, settled);
    out({"<div id=\"muc-", card.key, "-nut\" data-part></div>"});
}

OpenCard card_of(const SourceLine& line, std::string_view key)
{
    return {.key = key, .kind = "Dòng chưa rõ", .title = line.text, .line = line.number};
}

OpenCard card_of(std::string_view key, std::string_view text)
{
    return {.key = key, .kind = "Về cả văn bản", .title = text};
}

template <class Write>
http::Response parts(const Write& write)
{
    std::string text;
    auto out = Writer{text};
    write(out);
    return http::page(std::move(text));
}

}  // namespace

std::string card_key(const SourceLine& line) { return "dong-" + std::to_string(line.number); }

std::string card_key(const Note& note) { return "luu-y-" + code_of(note.key + " " + note.text); }

void write_open_line(html::Writer& out, const Context& context, const ReviewPage& page,
                     const SourceLine& line)
{
    const auto key = card_key(line);
    write_card(out, card_of(line, key), [&](Writer& buttons) {
        if (!page.may_review) return;
        const auto add_path =
            draft_path(page.edition, "muc-moi?dong=" + std::to_string(line.number));
        const auto settle_path = draft_line_path(page.edition, line.number);
        buttons({"<a class=\"ds-button button-small\" data-variant=\"secondary\" href=\"",
                 html::url(add_path),
                 "\" data-edit>Thành một mục…<span class=\"visually-hidden\">: dòng ", line.number,
                 "</span></a><form method=\"post\" action=\"", html::url(settle_path),
                 "\" data-autosave>"});
        web::hidden(buttons, {.name = "csrf", .value = context.surroundings().csrf});
        web::hidden(buttons, {.name = "settled", .value = "1"});
        buttons(
            {"<button class=\"ds-button button-small\" data-variant=\"tertiary\" "
             "data-confirm-item>Không phải việc phải làm<span class=\"visually-hidden\">: "
             "dòng ",
             line.number, "</span></button></form>"});
    });
}

void write_settle_note(html::Writer& out, const Context& context, const Edition& edition,
                       const Note& note)
{
    const auto action = draft_path(edition, "luu-y");
    out({"<form method=\"post\" action=\"", html::url(action), "\" data-autosave>"});
    web::hidden(out, {.name = "csrf", .value = context.surroundings().csrf});
    web::hidden(out, {.name = "key", .value = note.key});
    web::hidden(out, {.name = "about", .value = note.text});
    out(
        {"<button class=\"ds-button button-small\" data-variant=\"secondary\" data-confirm-item>"
         "Đã xem, để như văn bản</button></form>"});
}

void write_open_note(html::Writer& out, const Context& context, const ReviewPage& page,
                     const Note& note)
{
    const auto key = card_key(note);
    const auto text = need_text(context, {note.key, note.text});
    write_card(out, card_of(key, text), [&](Writer& buttons) {
        if (!page.may_review) return;
        web::link_button(buttons, {.text = "Sửa thông tin văn bản…",
                                   .path = draft_path(page.edition, "van-ban"),
                                   .emphasis = web::Emphasis::tertiary,
                                   .is_small = true});
        write_settle_note(buttons, context, page.edition, note);
    });
}

http::Response settled_line_parts(const Context& context, const ReviewPage& page,
                                  const SourceLine& line)
{
    const auto key = card_key(line);
    return parts([&](Writer& out) {
        write_settled(out, card_of(line, key), "Đã bỏ qua");
        write_lines(out, page, line.number, line.number);
        write_bar_parts(out, context, page);
    });
}

http::Response settled_note_parts(const Context& context, const ReviewPage& page, const Note& note)
{
    const auto key = card_key(note);
    const auto text = need_text(context, {note.key, note.text});
    return parts([&](Writer& out) {
        write_settled(out, card_of(key, text), "Đã xem");
        write_bar_parts(out, context, page);
    });
}

}  // namespace caicach::plan
