#include "plan/item_views.hpp"

#include <algorithm>
#include <array>

#include "plan/draft_views.hpp"
#include "plan/form_views.hpp"
#include "plan/item_field_views.hpp"
#include "plan/paths.hpp"
#include "plan/review_views.hpp"
#include "text/text.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"

namespace caicach::plan
{
namespace
{

using html::Writer;

constexpr int lines_around = 6;

/// Names that nobody knows, with whom each may mean.
void write_doubts(Writer& out, const Context& context, const ItemEditorPage& page)
{
    for (const auto& doubt : page.doubts) {
        out({"<div class=\"row\"><span>Chưa biết “", doubt.text, "”:</span>"});
        for (const auto& suggestion : doubt.suggestions) {
            const std::array<web::HiddenValue, 3> values{
                {{"name", doubt.text}, {"meaning", suggestion}, {"as", "here"}}};
            const auto text = "Là " + suggestion;
            web::post_button(out, {.text = text,
                                   .action = draft_path(page.review.edition, "ten-goi"),
                                   .csrf = context.surroundings().csrf,
                                   .values = values,
                                   .is_small = true});
        }
        out({"<a href=\"", html::url(name_path(page.review.edition, doubt.text)), "\">",
             doubt.suggestions.empty() ? std::string_view{"Chọn cơ quan, thêm tên gọi…"}
                                       : std::string_view{"Chọn cơ quan khác, thêm tên gọi…"},
             "</a></div>"});
    }
}

/// Split, merge, delete: forms of their own, which carry the version.
void write_actions(Writer& out, const Context& context, const ReviewPage& review, const Item& item)
{
    const auto& csrf = context.surroundings().csrf;
    const auto key = item.code();
    const auto version = std::to_string(item.version);
    const auto action = [&](std::string_view name) {
        return draft_item_path(review.edition, item, name);
    };
    std::vector<web::SourceLine> lines;
    for (const auto& line : review.lines) {
        if (line.number >= item.first_line && line.number <= item.last_line) {
            lines.push_back({.number = line.number, .text = line.text});
        }
    }
    out({"<div class=\"row\" id=\"muc-", key, "-viec\" data-part>"});
    web::split_form(out, {key, action("tach"), csrf, item.version, lines});
    web::link_button(out, {.text = "Tách theo câu…",
                           .path = action("tach"),
                           .emphasis = web::Emphasis::tertiary,
                           .is_small = true});
    if (const auto* above = item_above(review.items, item.id)) {
        const auto into = above->code();
        const std::array<web::HiddenValue, 2> values{{{"version", version}, {"into", into}}};
        const auto text = "Gộp vào mục trên (" + above->path + ")";
        web::post_button(out, {.text = text,
                               .action = action("gop"),
                               .csrf = csrf,
                               .values = values,
                               .is_small = true});
    }
    if (const auto* repeated = repeated_by(review.items, item)) {
        const auto into = repeated->code();
        const std::array<web::HiddenValue, 2> values{{{"version", version}, {"into", into}}};
        const auto text = "Trùng mục " + repeated->path + ": gộp vào mục đó";
        web::post_button(out, {.text = text,
                               .action = action("gop"),
                               .csrf = csrf,
                               .values = values,
                               .is_small = true});
    }
    const auto add_path = draft_path(review.edition, "muc-moi?sau=" + key);
    web::link_button(out, {.text = "Thêm mục sau…",
                           .path = add_path,
                           .emphasis = web::Emphasis::tertiary,
                           .is_small = true});
    const std::array<web::HiddenValue, 1> values{{{"version", version}}};
    web::post_button(out, {.text = "Xóa mục",
                           .action = action("xoa"),
                           .csrf = csrf,
                           .tone = web::Tone::danger,
                           .values = values,
                           .is_small = true});
    out({"</div>"});
}

void write_editor(Writer& out, const Context& context, const ItemEditorPage& page)
{
    const auto key = page.item.code();
    const auto action = draft_item_path(page.review.edition, page.item);
    write_doubts(out, context, page);
    web::item_editor(
        out,
        {.key = key,
         .action = action,
         .csrf = context.surroundings().csrf,
         .version = page.item.version,
         .base = page.base},
        [&](Writer& fields) { write_item_fields(fields, context, page, key); },
        [&](Writer& actions) { write_actions(actions, context, page.review, page.item); });
}

void write_card_parts(Writer& out, const Context& context, const ReviewPage& page, const Item& item)
{
    const auto key = item.code();
    const ShownCard shown{context, page.edition, item, page.may_review};
    web::item_version(out, key, item.version);
    web::item_summary(out, shown.card());
    web::item_buttons(out, shown.card());
    write_actions(out, context, page, item);
    write_bar_parts(out, context, page);
}

template <class Write>
http::Response part(const Write& write, int status = 200)
{
    std::string text;
    auto out = Writer{text};
    write(out);
    return http::page(std::move(text), status);
}

int status_of(const http::Form& form) { return form.has_errors() ? 422 : 200; }

}  // namespace

http::Response item_editor_part(const Context& context, const ItemEditorPage& page)
{
    return part([&](Writer& out) { write_editor(out, context, page); });
}

http::Response item_page(const Context& context, const ItemEditorPage& page)
{
    const auto& edition = page.review.edition;
    const auto title = "Sửa mục " + page.item.path;
    auto frame = draft_frame(context, edition, title);
    frame.is_wide = true;
    const auto name = draft_name(edition);
    return web::show(
        frame,
        [&](Writer& out) {
            write_faults(out, context, page.form, "muc-" + page.item.code() + "-");
            web::page_title(out, {.title = title, .caption = name});
            const auto bar = [&](Writer& inner) { write_bar(inner, context, page.review); };
            const auto source = [&](Writer& inner) {
                write_lines(inner, page.review, page.item.first_line - lines_around,
                            page.item.last_line + lines_around);
            };
            const auto items = [&](Writer& inner) {
                const ShownCard shown{context, edition, page.item, true};
                web::item_card(inner, shown.card(),
                               [&](Writer& body) { write_editor(body, context, page); });
            };
            web::review(out, {.bar = bar, .source = source, .items = items});
            web::names_list(out, agency_names_id, page.review.agencies);
        },
        status_of(page.form));
}

http::Response item_faults(const Context& context, const ItemEditorPage& page)
{
    const auto write = [&](Writer& out) {
        for (const auto& error : page.form.errors()) {
            out({"<p class=\"ds-validation-message\" id=\"loi-muc-", page.item.code(), "-",
                 error.field, "\" data-part>", context.message(error), "</p>"});
        }
    };
    return part(write, 422);
}

http::Response new_item_page(const Context& context, const ItemEditorPage& page)
{
    const auto& edition = page.review.edition;
    auto frame = draft_frame(context, edition, "Thêm mục");
    frame.is_wide = true;
    return web::show(
        frame,
        [&](Writer& out) {
            write_faults(out, context, page.form, "muc-moi-");
            web::page_title(out, {.title = "Thêm mục", .caption = draft_name(edition)});
            if (page.line > 0) {
                out({"<h2>Văn bản</h2>"});
                write_lines(out, page.review, page.line - lines_around, page.line + lines_around);
            }
            web::names_list(out, agency_names_id, page.review.agencies);
            const auto action = draft_path(edition, "muc-moi");
            web::form(out, {.action = action, .csrf = context.surroundings().csrf, .is_wide = true},
                      [&](Writer& form) {
                          const auto line = std::to_string(page.line);
                          const auto after = page.after ? page.after->code() : std::string{};
                          web::hidden(form, {.name = "dong", .value = line});
                          web::hidden(form, {.name = "sau", .value = after});
                          write_item_fields(form, context, page, "moi");
                          web::form_actions(form, [&](Writer& row) {
                              web::submit_button(row, {.text = "Thêm mục"});
                              web::link_button(row, {.text = "Thôi", .path = draft_path(edition)});
                          });
                      });
        },
        status_of(page.form));
}

http::Response split_page(const Context& context, const ItemEditorPage& page)
{
    const auto& edition = page.review.edition;
    const auto title = "Tách mục " + page.item.path;
    const auto frame = draft_frame(context, edition, title);
    const auto version = std::to_string(page.item.version);
    const auto first_fault = fault_of(context, page.form, "first");
    const auto second_fault = fault_of(context, page.form, "second");
    const bool is_again = page.form.has_errors();
    const auto write = [&](Writer& out) {
        write_faults(out, context, page.form);
        web::page_title(out, {.title = title,
                              .caption = draft_name(edition),
                              .lead = "Hai mục giữ nguyên cơ quan, thời gian và số lượng của mục "
                                      "này; sửa từng mục sau khi tách."});
        write_lines(out, page.review, page.item.first_line, page.item.last_line);
        const auto action = draft_item_path(edition, page.item, "tach");
        web::form(out, {.action = action, .csrf = context.surroundings().csrf, .is_wide = true},
                  [&](Writer& form) {
                      web::hidden(form, {.name = "version", .value = version});
                      web::text_area(
                          form, {.name = "first",
                                 .label = "Mục thứ nhất",
                                 .value = is_again ? page.form.value("first") : page.item.title,
                                 .error = first_fault});
                      web::text_area(form, {.name = "second",
                                            .label = "Mục thứ hai",
                                            .value = page.form.value("second"),
                                            .hint = "Chuyển phần sau của nội dung xuống đây.",
                                            .error = second_fault});
                      web::form_actions(form, [&](Writer& row) {
                          web::submit_button(row, {.text = "Tách thành hai mục"});
                          web::link_button(
                              row, {.text = "Thôi", .path = review_path(edition, page.item)});
                      });
                  });
    };
    return web::show(frame, write, is_again ? 422 : 200);
}

http::Response card_parts(const Context& context, const ReviewPage& page, const Item& item)
{
    return part([&](Writer& out) { write_card_parts(out, context, page, item); });
}

http::Response saved_parts(const Context& context, const ItemEditorPage& page)
{
    return part([&](Writer& out) {
        const auto key = page.item.code();
        write_card_parts(out, context, page.review, page.item);
        write_news(out, page.news);
        write_schedule_sentence(out, page.item, key);
        write_quota_rows(out, context, page.form, page.item, key);
        write_metric_rows(out, context, page.form, page.item, key);
    });
}

}  // namespace caicach::plan
