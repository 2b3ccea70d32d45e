#include "report/design/design_views.hpp"

#include <algorithm>
#include <array>

#include "report/design/piece_fields_views.hpp"
#include "report/filling/filling_views.hpp"
#include "report/form/form_words.hpp"
#include "report/paths.hpp"
#include "text/text.hpp"
#include "web/components/feedback.hpp"
#include "web/components/fields.hpp"
#include "web/components/forms.hpp"
#include "web/components/frame.hpp"
#include "web/components/page.hpp"
#include "web/components/parts.hpp"

namespace caicach::report
{
namespace
{

using html::Writer;

web::Frame frame_of(const Context& context, const Form& form, std::string title)
{
    auto frame = web::frame_of(context, std::move(title));
    frame.crumbs = {{"Mẫu báo cáo", forms_path()}, {form.title, form_path(form.code)}};
    return frame;
}

std::string path_of_new(const Form& form, Piece piece, std::string_view section = {})
{
    auto path = design_path(form.code) + "?muc=" + std::string{name_of(piece)} + "&moi=1";
    if (!section.empty()) path += "&trong=" + std::string{section};
    return path;
}

std::string path_of_spot(const Form& form, const Spot& spot)
{
    auto path = design_path(form.code) + "?muc=" + std::string{name_of(spot.piece)};
    if (!spot.key.empty()) path += "&ma=" + spot.key;
    return path;
}

std::string anchor_of(const Spot& spot)
{
    return std::string{name_of(spot.piece)} + (spot.key.empty() ? "" : "-" + spot.key);
}

class Overview
{
public:
    Overview(Writer& out, const Context& context, const DesignPage& page)
        : m_out(out), m_context(context), m_page(page)
    {
    }

    void write()
    {
        faults();
        const auto whole = design_path(m_page.form.code);
        const bool is_whole = m_page.open == every_fold;
        const auto path = is_whole ? whole : whole + "?mo=" + std::string{every_fold};
        const std::string_view words = is_whole ? "Gập lại tất cả" : "Mở tất cả";
        m_out({"<p>Bấm tên một phần để mở. <a href=\"", html::url(path), "\">", words, "</a></p>"});
        for (const auto piece : {Piece::general, Piece::course, Piece::flow}) group(piece);
        const auto numbers = section_numbers(m_page.definition);
        for (std::size_t i = 0; i < m_page.definition.sections.size(); ++i)
            section(m_page.definition.sections[i], numbers[i]);
        m_out({"<p>"});
        const auto adding = path_of_new(m_page.form, Piece::section);
        web::link_button(m_out, {.text = "Thêm phần", .path = adding, .is_small = true});
        m_out({"</p>"});
        checks();
    }

private:
    void faults()
    {
        if (m_page.faults.empty()) {
            web::notice(m_out, {.tone = web::Tone::success,
                                .text = "Mẫu đã đủ để ban hành. Hãy xem thử trước."});
            return;
        }
        m_out({"<details class=\"quiet-details\" open><summary>Còn ",
               std::to_string(m_page.faults.size()),
               " chỗ phải sửa trước khi ban hành</summary><ul>"});
        for (const auto& fault : m_page.faults) {
            const auto spot = spot_at(m_page.definition, fault.field);
            const auto path = path_of_spot(m_page.form, spot);
            m_out({"<li><a href=\"", html::url(path), "\">Sửa ", label_of(spot.piece), " ",
                   title_of(m_page.definition, spot), "</a>: ", m_context.message(fault), "</li>"});
        }
        m_out({"</ul></details>"});
    }

    /// A part of the page that opens by its title: the whole of a form is too long to look through.
    template <class Write>
    void fold(std::string_view title, std::string_view count, const Spot& spot, const Write& write)
    {
        const auto name = fold_of(m_page.definition, spot);
        const bool is_open = m_page.open == every_fold || m_page.open == name;
        m_out({"<details class=\"quiet-details\" id=\"", anchor_of(spot), "\"",
               html::when(is_open, " open"), "><summary><strong role=\"heading\" aria-level=\"2\">",
               title, "</strong>"});
        if (!count.empty()) m_out({" <span class=\"muted\">", count, "</span>"});
        m_out({"</summary>"});
        write();
        m_out({"</details>"});
    }

    void editing(const Spot& spot)
    {
        const auto path = path_of_spot(m_page.form, spot);
        const auto words =
            "Sửa " + std::string{label_of(spot.piece)} + " " + title_of(m_page.definition, spot);
        m_out({"<p><a href=\"", html::url(path), "\">", words, "</a></p>"});
    }

    void group(Piece piece)
    {
        constexpr std::array<std::string_view, 3> titles{"Thông tin chung", "Thời gian",
                                                         "Các bước"};
        const Spot spot{.piece = piece};
        fold(titles.at(static_cast<std::size_t>(piece)), {}, spot, [&] { facts(piece, spot); });
    }

    void facts(Piece piece, const Spot& spot)
    {
        editing(spot);
        const auto values = values_at(m_page.definition, spot).value_or(FieldValues{});
        const auto shown = shown_values(values, specs_of(piece), m_page.choices);
        std::vector<web::Fact> facts;
        facts.reserve(shown.size());
        for (const auto& [label, said] : shown) facts.push_back({label, said});
        web::facts(m_out, facts);
    }

    /// A form around rows whose buttons move them.
    template <class Write>
    void movable(const Write& write)
    {
        const auto action = moving_path(m_page.form.code);
        web::form(m_out, {.action = action, .csrf = m_context.surroundings().csrf, .is_wide = true},
                  [&](Writer& out) { write(out); });
    }

    void movers(Writer& out, const Spot& spot) const
    {
        out({"<div class=\"row\">"});
        const auto value = std::string{name_of(spot.piece)} + ":" + spot.key;
        for (const auto& [name, text] : {std::pair{"len", "Lên"}, std::pair{"xuong", "Xuống"}})
            web::submit_button(out, {.text = text,
                                     .emphasis = web::Emphasis::tertiary,
                                     .name = name,
                                     .value = value,
                                     .is_small = true});
        const auto removal = path_of_spot(m_page.form, spot) + "&bo=1";
        out({"<a href=\"", html::url(removal), "\">Bỏ<span class=\"visually-hidden\"> ",
             title_of(m_page.definition, spot), "</span></a></div>"});
    }

    void section(const Section& section, std::string_view number)
    {
        const Spot spot{.piece = Piece::section, .key = section.key};
        fold(std::string{number} + " " + section.title,
             std::to_string(section.parts.size()) + " chỗ", spot, [&] { parts(section, spot); });
    }

    void parts(const Section& section, const Spot& spot)
    {
        editing(spot);
        constexpr std::array columns{web::Column{.name = "Nội dung"}, web::Column{.name = "Loại"},
                                     web::Column{.name = "Sắp xếp"}};
        const auto caption = "Phần " + section.title;
        movable([&](Writer& out) {
            if (!section.parts.empty())
                web::table(out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
                    for (const auto& part : section.parts) part_row(rows, part);
                });
            out({"<p>Cả phần:</p>"});
            movers(out, spot);
        });
        m_out({"<div class=\"row\">"});
        for (const auto& [piece, text] :
             {std::pair{Piece::indicator, "Thêm chỉ tiêu"}, std::pair{Piece::table, "Thêm bảng"},
              std::pair{Piece::narrative, "Thêm lời văn"}}) {
            const auto path = path_of_new(m_page.form, piece, section.key);
            web::link_button(m_out, {.text = text, .path = path, .is_small = true});
        }
        m_out({"</div>"});
    }

    void part_row(web::Rows& rows, const Part& part) const
    {
        const auto piece =
            static_cast<Piece>(static_cast<std::size_t>(Piece::indicator) + part.index());
        const Spot spot{.piece = piece, .key = key_of(part)};
        const auto path = path_of_spot(m_page.form, spot);
        rows.begin();
        rows.cell([&](Writer& cell) {
            cell({"<a id=\"", anchor_of(spot), "\" href=\"", html::url(path), "\">", text_of(part),
                  "</a> <span class=\"muted\">", key_of(part), "</span>"});
        });
        rows.cell(label_of(piece));
        rows.cell([&](Writer& cell) { movers(cell, spot); });
        rows.end();
    }

    void checks()
    {
        const auto& all = m_page.definition.checks;
        fold("Quy tắc số liệu phải giữ", std::to_string(all.size()) + " quy tắc",
             {.piece = Piece::check}, [&] { rules(all); });
    }

    void rules(const std::vector<Check>& all)
    {
        constexpr std::array columns{web::Column{.name = "Quy tắc"},
                                     web::Column{.name = "Câu nhắc"},
                                     web::Column{.name = "Sắp xếp"}};
        if (!all.empty())
            movable([&](Writer& out) {
                web::table(out, {.caption = "Quy tắc", .columns = columns}, [&](web::Rows& rows) {
                    for (std::size_t i = 0; i < all.size(); ++i) {
                        const Spot spot{.piece = Piece::check, .key = std::to_string(i)};
                        const auto path = path_of_spot(m_page.form, spot);
                        rows.begin();
                        rows.cell([&](Writer& cell) {
                            cell({"<a href=\"", html::url(path), "\">", all[i].left, " ",
                                  text_of(all[i].comparison), " ", all[i].right, "</a>"});
                        });
                        rows.cell(all[i].text);
                        rows.cell([&](Writer& cell) { movers(cell, spot); });
                        rows.end();
                    }
                });
            });
        const auto adding = path_of_new(m_page.form, Piece::check);
        web::link_button(m_out, {.text = "Thêm quy tắc", .path = adding, .is_small = true});
    }

    Writer& m_out;
    const Context& m_context;
    const DesignPage& m_page;
};

std::string heading_of(const PiecePage& page)
{
    const auto label = std::string{label_of(page.spot.piece)};
    if (page.spot.is_new) return "Thêm " + label;
    return "Sửa " + label + " " + title_of(page.definition, page.spot);
}

/// What somebody else made of it, beside what was typed here.
void theirs(Writer& out, const PiecePage& page)
{
    if (page.theirs.empty()) return;
    web::notice(out, {.tone = web::Tone::warning,
                      .text = "Người khác vừa sửa chỗ này. Bản của họ ở dưới; bấm Lưu thì bản của "
                              "bạn thay bản ấy."});
    const auto shown = shown_values(page.theirs, specs_of(page.spot.piece), page.choices);
    std::vector<web::Fact> facts;
    facts.reserve(shown.size());
    for (const auto& [label, said] : shown) facts.push_back({label, said});
    web::compact_facts(out, facts);
}

}  // namespace

http::Response design_page(const Context& context, const DesignPage& page)
{
    const auto frame = frame_of(context, page.form, "Soạn mẫu báo cáo");
    return web::show(frame, [&](Writer& out) {
        const auto caption = "Bản nháp " + std::to_string(page.draft.number);
        const auto preview = preview_path(page.form.code);
        const auto form = version_path(page.form.code, page.draft.number) + "#ban-hanh";
        web::page_title(
            out,
            {.title = page.definition.title,
             .caption = caption,
             .lead = "Mỗi chỗ sửa và lưu riêng. Chưa ai phải báo cáo theo bản này cho "
                     "đến khi ban hành."},
            [&](Writer& actions) {
                web::link_button(actions, {.text = "Xem thử", .path = preview, .is_small = true});
                web::link_button(actions, {.text = "Ban hành", .path = form, .is_small = true});
            });
        Overview{out, context, page}.write();
    });
}

http::Response piece_page(const Context& context, const PiecePage& page)
{
    auto frame = frame_of(context, page.form, heading_of(page));
    const auto back = design_path(page.form.code);
    frame.crumbs.push_back({"Soạn mẫu", back});
    return web::show(
        frame,
        [&](Writer& out) {
            std::vector<std::string> ids;
            std::vector<std::string> messages;
            for (const auto& fault : page.faults) {
                ids.push_back(field_id(fault.field));
                messages.push_back(context.message(fault));
            }
            std::vector<web::FieldError> errors;
            for (std::size_t i = 0; i < ids.size(); ++i) errors.push_back({ids[i], messages[i]});
            web::error_summary(out, errors);
            web::page_title(out, {.title = heading_of(page), .caption = page.definition.title});
            theirs(out, page);
            const auto piece = std::string{name_of(page.spot.piece)};
            web::form(out, {.action = back, .csrf = context.surroundings().csrf, .is_wide = true},
                      [&](Writer& fields) {
                          web::hidden(fields, {.name = "muc", .value = piece});
                          web::hidden(fields, {.name = "ma", .value = page.spot.key});
                          web::hidden(fields, {.name = "trong", .value = page.spot.section});
                          web::hidden(fields,
                                      {.name = "moi", .value = page.spot.is_new ? "1" : ""});
                          web::hidden(fields, {.name = "base", .value = page.base});
                          piece_fields(fields, context,
                                       {.piece = page.spot.piece,
                                        .is_new = page.spot.is_new,
                                        .values = page.values,
                                        .choices = page.choices,
                                        .faults = page.faults});
                          web::form_actions(fields, [&](Writer& buttons) {
                              web::submit_button(buttons, {.text = "Lưu"});
                              web::link_button(buttons, {.text = "Quay lại", .path = back});
                          });
                      });
        },
        page.status);
}

http::Response piece_removal_page(const Context& context, const PiecePage& page)
{
    auto frame = frame_of(context, page.form, "Bỏ khỏi mẫu");
    const auto back = design_path(page.form.code);
    frame.crumbs.push_back({"Soạn mẫu", back});
    const auto value = std::string{name_of(page.spot.piece)} + ":" + page.spot.key;
    const auto question = "Bỏ " + std::string{label_of(page.spot.piece)} + " " +
                          title_of(page.definition, page.spot) + "?";
    const auto action = piece_removal_path(page.form.code);
    const std::array values{web::HiddenValue{"muc", value}};
    return web::show(frame, [&](Writer& out) {
        web::confirm(out, {.question = question,
                           .consequence = "Chỗ này không còn trong bản nháp. Bản đang dùng và báo "
                                          "cáo đã lập giữ nguyên.",
                           .submit_text = "Bỏ",
                           .action = action,
                           .csrf = context.surroundings().csrf,
                           .cancel_path = back,
                           .tone = web::Tone::danger,
                           .values = values});
    });
}

http::Response begin_page(const Context& context, const Form& form)
{
    const auto frame = frame_of(context, form, "Soạn mẫu báo cáo");
    const auto action = design_path(form.code);
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = "Soạn mẫu báo cáo",
                              .caption = form.title,
                              .lead = "Lập một bản nháp từ bản đang có, sửa từng chỗ, xem thử rồi "
                                      "ban hành. Bản đang dùng không đổi cho đến lúc ấy."});
        web::post_button(out, {.text = "Lập bản nháp để sửa",
                               .action = action,
                               .csrf = context.surroundings().csrf,
                               .emphasis = web::Emphasis::primary});
    });
}

http::Response new_form_page(const Context& context, const NewFormPage& page)
{
    auto frame = web::frame_of(context, "Lập mẫu báo cáo mới");
    frame.crumbs = {{"Mẫu báo cáo", forms_path()}};
    const auto action = new_form_path();
    std::vector<web::Choice> owners;
    owners.reserve(page.owners.size());
    for (const auto& [code, name] : page.owners)
        owners.push_back({.value = code, .label = name, .is_chosen = code == page.owner});
    return web::show(
        frame,
        [&](Writer& out) {
            web::fault_summary(out, page.fault);
            web::page_title(out, {.title = "Lập mẫu báo cáo mới",
                                  .lead = "Đặt tên trước; nội dung, thời gian và các bước soạn ở "
                                          "trang sau."});
            web::form(
                out, {.action = action, .csrf = context.surroundings().csrf}, [&](Writer& fields) {
                    web::text_field(fields, {.name = "title",
                                             .label = "Tên báo cáo",
                                             .value = page.title,
                                             .error = page.fault.at("title")});
                    web::text_field(fields, {.name = "key",
                                             .label = "Mã mẫu",
                                             .value = page.key,
                                             .hint = "Chữ thường không dấu, chữ số, gạch dưới. Để "
                                                     "trống thì lấy theo tên; không đổi về sau.",
                                             .error = page.fault.at("key"),
                                             .requirement = web::Requirement::optional});
                    web::combobox_field(
                        fields, {.field = {.name = "owner",
                                           .label = "Cơ quan chủ quản",
                                           .hint = "Nơi nhận báo cáo và chịu trách nhiệm về mẫu.",
                                           .error = page.fault.at("owner")},
                                 .choices = owners,
                                 .none_text = "Chọn cơ quan"});
                    web::form_actions(fields, [](Writer& buttons) {
                        web::submit_button(buttons, {.text = "Lập bản nháp"});
                    });
                });
        },
        page.fault.status);
}

http::Response preview_page(const Context& context, const Form& form, const Filled& filled)
{
    auto frame = frame_of(context, form, "Xem thử");
    frame.crumbs.push_back({"Soạn mẫu", design_path(form.code)});
    return web::show(frame, [&](Writer& out) {
        web::page_title(out, {.title = filled.definition->title, .caption = "Xem thử bản nháp"});
        web::notice(out, {.tone = web::Tone::info,
                          .text = "Đây là trang mà cơ quan báo cáo sẽ thấy, chưa có số liệu."});
        filling(out, context, {.filled = filled});
    });
}

}  // namespace caicach::report
