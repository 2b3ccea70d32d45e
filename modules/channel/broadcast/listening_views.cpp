#include "channel/broadcast/listening_views.hpp"

#include "calendar/moment.hpp"
#include "channel/broadcast/broadcast_paths.hpp"
#include "channel/broadcast/reading_time.hpp"
#include "channel/broadcast/sound_views.hpp"
#include "web/components/feedback.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::channel
{
namespace
{

using html::Writer;

void about(Writer& out, const PodcastItem& one)
{
    const auto iso = to_iso(one.heard.heard_at);
    const auto day = Date::of(one.heard.heard_at).vietnamese();
    const auto length = duration_text(one.heard.programme.seconds);
    out({"<p class=\"news-note\"><time datetime=\"", iso, "\">", day, "</time> · ", one.agency,
         " · ", length, "</p>"});
}

void listed(Writer& out, const PodcastItem& one)
{
    const auto& programme = one.heard.programme;
    const auto path = listening_path(programme.code);
    const auto sound = listening_sound_path(programme.code);
    out({"<li class=\"news-item\"><h2><a href=\"", html::url(path), "\">", programme.title,
         "</a></h2>"});
    about(out, one);
    sound_player(out, sound);
    out({"</li>"});
}

}  // namespace

http::Response listening_list(const Context& context, const ListeningList& list)
{
    auto frame = web::frame_of(context, "Nghe lại phát thanh");
    frame.description = "Chương trình truyền thanh cơ sở về cải cách hành chính, nghe lại.";
    const auto feed = list.agency ? podcast_path(list.agency->slug) : podcast_path();
    return web::show(frame, [&](Writer& out) {
        web::page_title(
            out,
            {.title = "Nghe lại phát thanh",
             .caption = list.agency ? std::string_view{list.agency->name} : std::string_view{},
             .lead = "Những chương trình đã phát trên loa truyền thanh."},
            [&](Writer& buttons) {
                web::link_button(buttons, {.text = "Nguồn podcast (RSS)", .path = feed});
            });
        if (list.items.empty())
            web::empty_state(out, {.title = "Chưa có chương trình nào",
                                   .text = "Chương trình đã phát trên loa hiện ở đây ngay."});
        out({"<ul class=\"news-list\">"});
        for (const auto& one : list.items) listed(out, one);
        out({"</ul>"});
        web::pagination(out, {.next_path = list.next_path});
    });
}

http::Response listening_page(const Context& context, const ListeningPage& page)
{
    const auto& programme = page.item.heard.programme;
    auto frame = web::frame_of(context, programme.title);
    frame.crumbs = {{"Nghe lại phát thanh", listening_path()}};
    frame.description = programme.title + " – " + page.item.agency;
    const auto sound = listening_sound_path(programme.code);
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = programme.title}, [&](Writer& buttons) {
            web::link_button(buttons, {.text = "Tải tệp MP3", .path = sound, .is_download = true});
        });
        about(out, page.item);
        sound_player(out, sound);
        for (const auto& part : page.parts) passage(out, part);
    });
}

}  // namespace caicach::channel
