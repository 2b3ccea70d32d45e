#include "channel/screen/playlist_views.hpp"

#include <algorithm>
#include <array>

#include "channel/screen/limits.hpp"
#include "channel/screen/paths.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::channel
{
namespace
{

using html::Writer;

struct SlideButton {
    std::string_view text{};
    std::string_view below{};  ///< the playlist: "trang/len"
    std::string_view code{};
    web::Emphasis emphasis{web::Emphasis::secondary};
};
void slide_button(Writer& out, const Context& context, const PlaylistPage& page,
                  const SlideButton& button)
{
    const auto version = std::to_string(page.playlist.version);
    const std::array values{web::HiddenValue{.name = "version", .value = version},
                            web::HiddenValue{.name = "slide", .value = button.code}};
    const auto action = playlist_path(page.playlist.code, button.below);
    web::post_button(out, {.text = button.text,
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .emphasis = button.emphasis,
                           .values = values,
                           .is_small = true});
}

void slide_item(Writer& out, const Context& context, const PlaylistPage& page, std::size_t at)
{
    const auto& slide = page.slides[at];
    const auto& shown = page.shown[at];
    const auto days = words_of(slide.days);
    out({"<li class=\"news-item\" id=\"", slide.code, "\"><h3>", shown ? shown->title : slide.title,
         "</h3><p class=\"news-note\">", text_of(slide.kind), " · ", slide.seconds, " giây"});
    if (!days.empty()) out({" · ", days});
    out({"</p>"});
    if (!page.pictures[at].empty())
        out({"<p><img class=\"article-file__picture\" src=\"", html::url(page.pictures[at]),
             "\" alt=\"", slide.title, "\" loading=\"lazy\"></p>"});
    if (shown && !shown->body.empty()) out({"<p>", shown->body, "</p>"});
    if (!shown)
        web::notice(out, {.tone = web::Tone::warning,
                          .text = "Không chiếu: bài đã gỡ, hoặc bản tin chưa có số nào."});
    if (slide.days.to && *slide.days.to < context.today())
        web::notice(out, {.text = "Đã hết đợt, không chiếu nữa."});
    const auto name = "Trang chiếu " + std::to_string(at + 1);
    out({"<div class=\"form__actions\" role=\"group\" aria-label=\"", name, "\">"});
    if (at > 0)
        slide_button(out, context, page, {.text = "Lên", .below = "trang/len", .code = slide.code});
    if (at + 1 < page.slides.size())
        slide_button(out, context, page,
                     {.text = "Xuống", .below = "trang/xuong", .code = slide.code});
    slide_button(out, context, page,
                 {.text = "Bỏ trang chiếu",
                  .below = "trang/bo",
                  .code = slide.code,
                  .emphasis = web::Emphasis::tertiary});
    out({"</div></li>"});
}

void slide_list(Writer& out, const Context& context, const PlaylistPage& page)
{
    out({"<h2 id=\"trang\">Nội dung</h2>"});
    if (page.slides.empty())
        web::empty_state(out, {.title = "Chưa có nội dung nào",
                               .text = "Thêm tin, bài, chữ hoặc ảnh ở phần dưới. Nội dung chiếu "
                                       "lần lượt từ trên xuống rồi quay lại."});
    out({"<ol class=\"news-list\">"});
    for (std::size_t i = 0; i < page.slides.size(); ++i) slide_item(out, context, page, i);
    out({"</ol>"});
}

void removal(Writer& out, const Context& context, const PlaylistPage& page)
{
    const auto version = std::to_string(page.playlist.version);
    const std::array values{web::HiddenValue{.name = "version", .value = version}};
    const auto action = playlist_path(page.playlist.code, "bo");
    web::post_button(out, {.text = "Bỏ chương trình này",
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .emphasis = web::Emphasis::tertiary,
                           .tone = web::Tone::danger,
                           .values = values});
}

std::vector<web::Choice> screen_choices(const PlaylistPage& page)
{
    std::vector<web::Choice> choices;
    choices.reserve(page.screens.size());
    for (const auto& one : page.screens)
        choices.push_back({.value = one.code,
                           .label = one.text.name,
                           .is_chosen = page.playlist.text.screen == one.id});
    return choices;
}

void weekday_boxes(Writer& fields, const PlaylistPage& page, bool is_typed)
{
    constexpr std::array<std::string_view, 7> values{"1", "2", "3", "4", "5", "6", "7"};
    constexpr std::array<std::string_view, 7> labels{"Thứ Hai", "Thứ Ba",  "Thứ Tư",  "Thứ Năm",
                                                     "Thứ Sáu", "Thứ Bảy", "Chủ nhật"};
    const auto stored = static_cast<unsigned>(page.playlist.text.part.weekdays);
    std::vector<web::Choice> choices;
    choices.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        choices.push_back({.value = values[i],
                           .label = labels[i],
                           .is_chosen = is_typed ? page.form.has("weekdays", values[i])
                                                 : (stored >> i & 1U) != 0});
    web::checkbox_group(fields, {.field = {.name = "weekdays",
                                           .label = "Những ngày nào trong tuần",
                                           .error = page.fault.at("weekdays")},
                                 .choices = choices});
}

/// What was typed into the settings, where they are shown anew.
class Typed
{
public:
    explicit Typed(const PlaylistPage& page)
        : m_page(page), m_is_typed(page.form.value("form") == "settings")
    {
    }
    [[nodiscard]] bool is_typed() const { return m_is_typed; }
    [[nodiscard]] std::string_view value(std::string_view field, std::string_view stored) const
    {
        return m_is_typed ? m_page.form.value(field) : stored;
    }
    [[nodiscard]] std::string_view fault(std::string_view field) const
    {
        return m_is_typed ? m_page.fault.at(field) : std::string_view{};
    }

private:
    const PlaylistPage& m_page;
    bool m_is_typed;
};

void where_fields(Writer& fields, const PlaylistPage& page, const Typed& typed)
{
    const auto& text = page.playlist.text;
    const auto screens = screen_choices(page);
    const auto zone_choice = [&](ScreenZone zone) {
        return web::Choice{
            .value = key_of(zone), .label = text_of(zone), .is_chosen = text.zone == zone};
    };
    const std::array zones{zone_choice(ScreenZone::main), zone_choice(ScreenZone::side),
                           zone_choice(ScreenZone::ticker)};
    const std::array levels{
        web::Choice{.value = "1", .label = "Thường", .is_chosen = text.priority == 1},
        web::Choice{.value = "2",
                    .label = "Theo đợt: chiếu thay mức Thường",
                    .is_chosen = text.priority == 2},
        web::Choice{
            .value = "3", .label = "Ưu tiên: chiếu thay cả hai", .is_chosen = text.priority == 3}};
    web::select_field(fields, {.field = {.name = "screen",
                                         .label = "Bảng",
                                         .error = typed.fault("screen"),
                                         .requirement = web::Requirement::optional},
                               .choices = screens,
                               .none_text = "Mọi bảng của cơ quan"});
    web::select_field(fields,
                      {.field = {.name = "zone", .label = "Phần của màn hình"}, .choices = zones});
    web::select_field(fields, {.field = {.name = "priority", .label = "Mức"}, .choices = levels});
}

void when_fields(Writer& fields, const DayPart& part, const Typed& typed)
{
    const auto words = [](const std::optional<Date>& day) {
        return day ? day->vietnamese() : std::string{};
    };
    const auto from = words(part.days.from);
    const auto to = words(part.days.to);
    const auto begin = clock_of(part.begin_minute);
    const auto end = clock_of(part.end_minute);
    web::text_field(fields, {.name = "begin",
                             .label = "Từ giờ",
                             .value = typed.value("begin", begin),
                             .hint = "Ví dụ: 7:30",
                             .error = typed.fault("begin"),
                             .length_max = 5});
    web::text_field(fields, {.name = "end",
                             .label = "Đến giờ",
                             .value = typed.value("end", end),
                             .hint = "Nhỏ hơn giờ bắt đầu thì chiếu qua nửa đêm.",
                             .error = typed.fault("end"),
                             .length_max = 5});
    web::date_field(fields, {.name = "from",
                             .label = "Từ ngày",
                             .value = typed.value("from", from),
                             .error = typed.fault("from"),
                             .requirement = web::Requirement::optional});
    web::date_field(fields, {.name = "to",
                             .label = "Đến hết ngày",
                             .value = typed.value("to", to),
                             .error = typed.fault("to"),
                             .requirement = web::Requirement::optional});
}

}  // namespace

void playlist_settings(Writer& out, const Context& context, const PlaylistPage& page)
{
    const auto action = playlist_path(page.playlist.code, "sua");
    const auto version = std::to_string(page.playlist.version);
    out({"<h2 id=\"sua\">Chiếu ở đâu, khi nào</h2>"});
    web::form(out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
        web::hidden(fields, {.name = "version", .value = version});
        web::hidden(fields, {.name = "form", .value = "settings"});
        const Typed typed{page};
        web::text_field(fields, {.name = "name",
                                 .label = "Tên chương trình",
                                 .value = typed.value("name", page.playlist.text.name),
                                 .error = typed.fault("name"),
                                 .length_max = screen_limits::name_length_max});
        where_fields(fields, page, typed);
        weekday_boxes(fields, page, typed.is_typed());
        when_fields(fields, page.playlist.text.part, typed);
        web::form_actions(fields,
                          [&](Writer& buttons) { web::submit_button(buttons, {.text = "Lưu"}); });
    });
}

http::Response playlist_page(const Context& context, const PlaylistPage& page)
{
    auto frame = web::frame_of(context, page.playlist.text.name);
    frame.crumbs = {{"Bảng điện tử", screens_path()}};
    const auto part = words_of(page.playlist.text.part);
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(
                out, {.title = page.playlist.text.name, .caption = page.agency, .lead = part});
            slide_list(out, context, page);
            slide_forms(out, context, page);
            playlist_settings(out, context, page);
            removal(out, context, page);
        },
        page.fault.status);
}

}  // namespace caicach::channel
