#include <array>

#include "channel/screen/limits.hpp"
#include "channel/screen/paths.hpp"
#include "channel/screen/playlist_views.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"

namespace caicach::channel
{
namespace
{

using html::Writer;

/// One of the forms that add something; they have some fields in common, so each is told apart.
struct SlideForm {
    std::string_view key{};
    std::string_view heading{};
    std::string_view below{};  ///< the playlist: "trang", "anh"
    bool takes_files{};
};

class Fields
{
public:
    Fields(const PlaylistPage& page, std::string_view key)
        : m_page(page), m_key(key), m_is_typed(page.form.value("form") == key)
    {
    }
    [[nodiscard]] std::string_view value(std::string_view name,
                                         std::string_view otherwise = {}) const
    {
        return m_is_typed ? m_page.form.value(name) : otherwise;
    }
    [[nodiscard]] std::string_view fault(std::string_view name) const
    {
        return m_is_typed ? m_page.fault.at(name) : std::string_view{};
    }
    /// A wrong field is found by its name; of the others each has an id of its own.
    [[nodiscard]] std::string id(std::string_view name) const
    {
        return m_is_typed ? std::string(name) : std::string(m_key) + "-" + std::string(name);
    }
    [[nodiscard]] bool is_typed() const { return m_is_typed; }

private:
    const PlaylistPage& m_page;
    std::string_view m_key;
    bool m_is_typed;
};

/// How long it stands, and until when.
void times(Writer& out, const Fields& fields)
{
    const auto usual = std::to_string(screen_limits::seconds_usual);
    const auto seconds = fields.id("seconds");
    const auto from = fields.id("from");
    const auto to = fields.id("to");
    web::number_field(out, {.field = {.name = "seconds",
                                      .label = "Chiếu trong",
                                      .value = fields.value("seconds", usual),
                                      .error = fields.fault("seconds"),
                                      .id = seconds},
                            .unit = "giây"});
    web::date_field(out, {.name = "from",
                          .label = "Chỉ chiếu từ ngày",
                          .value = fields.value("from"),
                          .error = fields.fault("from"),
                          .id = from,
                          .requirement = web::Requirement::optional});
    web::date_field(out, {.name = "to",
                          .label = "Chỉ chiếu đến hết ngày",
                          .value = fields.value("to"),
                          .hint = "Khẩu hiệu của một đợt tự hết sau ngày này.",
                          .error = fields.fault("to"),
                          .id = to,
                          .requirement = web::Requirement::optional});
}

void form_of(Writer& out, const Context& context, const PlaylistPage& page, const SlideForm& shape,
             web::Content own)
{
    const Fields fields{page, shape.key};
    const auto action = playlist_path(page.playlist.code, shape.below);
    const auto version = std::to_string(page.playlist.version);
    out({"<details class=\"quiet-details\"", html::when(fields.is_typed(), " open"), "><summary>",
         shape.heading, "</summary>"});
    web::form(
        out,
        {.action = action, .csrf = context.surroundings().csrf, .takes_files = shape.takes_files},
        [&](Writer& inside) {
            web::hidden(inside, {.name = "version", .value = version});
            web::hidden(inside, {.name = "form", .value = shape.key});
            own(inside);
            times(inside, fields);
            web::form_actions(inside, [&](Writer& buttons) {
                web::submit_button(buttons,
                                   {.text = shape.heading, .emphasis = web::Emphasis::secondary});
            });
        });
    out({"</details>"});
}

void article_form(Writer& out, const Context& context, const PlaylistPage& page)
{
    const Fields fields{page, "article"};
    std::vector<web::Choice> choices;
    choices.reserve(page.articles.size());
    for (const auto& one : page.articles)
        choices.push_back({.value = one.slug,
                           .label = one.title,
                           .is_chosen = fields.value("article") == one.slug});
    form_of(out, context, page, {.key = "article", .heading = "Thêm tin, bài", .below = "trang"},
            [&](Writer& inside) {
                web::combobox_field(inside, {.field = {.name = "article",
                                                       .label = "Bài đã đăng",
                                                       .error = fields.fault("article"),
                                                       .requirement = web::Requirement::optional},
                                             .choices = choices,
                                             .none_text = "Chọn bài"});
                web::text_field(inside, {.name = "address",
                                         .label = "Hoặc địa chỉ của bài cũ hơn",
                                         .value = fields.value("address"),
                                         .hint = "Chép từ thanh địa chỉ: …/tin-bai/mot-cua-thu-bay",
                                         .error = fields.fault("address"),
                                         .requirement = web::Requirement::optional,
                                         .length_max = screen_limits::address_length_max});
            });
}

void text_form(Writer& out, const Context& context, const PlaylistPage& page)
{
    const Fields fields{page, "text"};
    form_of(out, context, page, {.key = "text", .heading = "Thêm chữ, khẩu hiệu", .below = "trang"},
            [&](Writer& inside) {
                web::text_field(inside, {.name = "title",
                                         .label = "Dòng chính",
                                         .value = fields.value("title"),
                                         .error = fields.fault("title"),
                                         .length_max = screen_limits::title_length_max});
                web::text_area(inside, {.name = "body",
                                        .label = "Các dòng dưới",
                                        .value = fields.value("body"),
                                        .error = fields.fault("body"),
                                        .requirement = web::Requirement::optional,
                                        .length_max = screen_limits::body_length_max});
            });
}

void picture_form(Writer& out, const Context& context, const PlaylistPage& page)
{
    const Fields fields{page, "picture"};
    form_of(out, context, page,
            {.key = "picture", .heading = "Thêm ảnh", .below = "anh", .takes_files = true},
            [&](Writer& inside) {
                web::file_field(inside,
                                {.field = {.name = "file",
                                           .label = "Ảnh",
                                           .hint = "JPEG, PNG hoặc WebP, tốt nhất là 1920 × "
                                                   "1080 điểm.",
                                           .error = fields.fault("file")},
                                 .accept = ".jpg,.jpeg,.png,.webp",
                                 .bytes_max = screen_limits::picture_bytes_max});
                web::text_field(inside, {.name = "shows",
                                         .label = "Ảnh nói gì",
                                         .value = fields.value("shows"),
                                         .hint = "Hiện trong danh sách và khi ảnh chưa tải được.",
                                         .error = fields.fault("shows"),
                                         .length_max = screen_limits::title_length_max});
            });
}

void issue_form(Writer& out, const Context& context, const PlaylistPage& page)
{
    form_of(
        out, context, page, {.key = "issue", .heading = "Thêm bản tin mới nhất", .below = "trang"},
        [](Writer& inside) {
            inside(
                {"<p>Luôn chiếu số bản tin mới nhất của cơ quan: tên số, các bài và mã QR.</p>"});
        });
}

}  // namespace

void slide_forms(Writer& out, const Context& context, const PlaylistPage& page)
{
    article_form(out, context, page);
    text_form(out, context, page);
    picture_form(out, context, page);
    issue_form(out, context, page);
}

}  // namespace caicach::channel
