#include "report/form/form_content_views.hpp"

#include <array>

#include "report/form/form_words.hpp"
#include "text/text.hpp"
#include "web/components/parts.hpp"

namespace caicach::report
{
namespace
{

using html::Writer;

/// "Hệ thống tính, cơ quan sửa được. Nguồn: Tin, bài"
std::string origin_text(const Indicator& one, const FormSources& sources)
{
    auto text = origin_of(one);
    const auto* figure = sources.figure(one.figure);
    const auto* denominator = sources.figure(one.denominator_figure);
    if (figure != nullptr) text += ". Nguồn: " + figure->text;
    if (denominator != nullptr) text += " / " + denominator->text;
    return text;
}

void indicator_row(web::Rows& rows, const Indicator& one, const FormSources& sources)
{
    rows.begin();
    rows.cell(one.text);
    rows.cell(one.unit);
    rows.cell(one.definition);
    rows.cell(origin_text(one, sources));
    rows.cell(text_of(one.adding));
    rows.end();
}

/// Indicators that follow one another stand in one table.
std::size_t indicators(Writer& out, const Section& section, const FormSources& sources,
                       std::size_t from)
{
    const auto is_indicator = [&](std::size_t at) {
        return at < section.parts.size() && std::holds_alternative<Indicator>(section.parts[at]);
    };
    constexpr std::array columns{
        web::Column{.name = "Chỉ tiêu"}, web::Column{.name = "Đơn vị tính"},
        web::Column{.name = "Đếm những gì"}, web::Column{.name = "Lấy từ đâu"},
        web::Column{.name = "Cộng lên cấp trên"}};
    const auto caption = "Số liệu: " + section.title;
    auto at = from;
    web::table(out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
        for (; is_indicator(at); ++at)
            indicator_row(rows, std::get<Indicator>(section.parts[at]), sources);
    });
    return at;
}

std::string column_text(const FormTable& one, const FormColumn& column, const FormSources& sources)
{
    const std::string kind{column.is_number ? "Số" : "Chữ"};
    return sources.is_told(one, column) ? kind + ", lấy sẵn" : kind;
}

void table(Writer& out, const FormTable& one, const FormSources& sources)
{
    out({"<p><b>", one.text, "</b>", html::when(one.is_annex, " (phụ lục)"), ". ", rows_text(one)});
    const auto* told = sources.table(one.told_table);
    if (told != nullptr) out({" Lấy từ danh sách: ", told->text, "."});
    out({"</p>"});
    constexpr std::array columns{web::Column{.name = "Cột"}, web::Column{.name = "Kiểu"},
                                 web::Column{.name = "Cộng lên cấp trên"}};
    const auto caption = "Các cột của bảng “" + one.text + "”";
    web::table(out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
        for (const auto& column : one.columns) {
            rows.begin();
            rows.cell(column.text);
            rows.cell(column_text(one, column, sources));
            rows.cell(text_of(column.adding));
            rows.end();
        }
    });
    if (!one.fixed_rows.empty()) out({"<p>Các dòng: ", text::join(one.fixed_rows, "; "), ".</p>"});
}

void narrative(Writer& out, const Narrative& one)
{
    out({"<p><b>", one.text, "</b>", html::when(one.is_required, " (bắt buộc)"), ". ",
         drawn_text(one),
         html::when(one.is_collected, " Cấp trên tập hợp lời văn của các cơ quan."), "</p>"});
}

void section_content(Writer& out, const Section& section, const FormSources& sources)
{
    for (std::size_t at = 0; at < section.parts.size();) {
        const auto& part = section.parts[at];
        if (std::holds_alternative<Indicator>(part)) {
            at = indicators(out, section, sources, at);
            continue;
        }
        if (const auto* rows = std::get_if<FormTable>(&part)) table(out, *rows, sources);
        if (const auto* words = std::get_if<Narrative>(&part)) narrative(out, *words);
        ++at;
    }
}

/// The text of an indicator where a rule has its key.
std::string spoken(const Definition& definition, const std::string& side)
{
    std::string out;
    for (const auto word : text::split(side, ' ')) {
        std::string shown{word};
        for (const auto* one : indicators_of(definition))
            if (one->key == word) shown = "“" + one->text + "”";
        out += (out.empty() ? "" : " ") + shown;
    }
    return out;
}

void rules(Writer& out, const Definition& definition)
{
    if (definition.checks.empty()) return;
    out({"<h3>Quy tắc số liệu phải giữ</h3><ul>"});
    for (const auto& check : definition.checks) {
        const auto left = spoken(definition, check.left);
        const auto right = spoken(definition, check.right);
        out({"<li>", left, " ", text_of(check.comparison), " ", right, ". ", check.text, " ",
             check.weight == Weight::stops ? std::string_view{"(Sai thì chưa gửi được.)"}
                                           : std::string_view{"(Chỉ nhắc.)"},
             "</li>"});
    }
    out({"</ul>"});
}

}  // namespace

void form_content(Writer& out, const Definition& definition, const FormSources& sources)
{
    const auto numbers = section_numbers(definition);
    for (std::size_t i = 0; i < definition.sections.size(); ++i) {
        const auto& section = definition.sections[i];
        if (section.level == 1)
            out({"<h3>", numbers[i], " ", section.title, "</h3>"});
        else
            out({"<h4>", numbers[i], " ", section.title, "</h4>"});
        section_content(out, section, sources);
    }
    rules(out, definition);
}

}  // namespace caicach::report
