#include "outgoing/document/document_content.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "outgoing/number/number.hpp"
#include "text/text.hpp"

namespace caicach::outgoing
{
namespace
{

using document::OfficialBlock;
using document::OfficialDocument;
using document::OfficialParagraph;
using document::OfficialTable;
using Kind = document::OfficialParagraphKind;

constexpr std::array<std::string_view, 10> paragraph_kinds{
    "body",    "basis",   "heading", "title",  "part",
    "chapter", "section", "article", "clause", "point"};
constexpr std::array<std::string_view, 3> alignments{"left", "centre", "right"};
constexpr std::array<std::string_view, 4> urgencies{"none", "urgent", "very_urgent", "express"};
constexpr std::array<std::string_view, 3> circulations{"open", "to_be_returned", "internal"};
constexpr std::string_view heading_mark = "# ";
constexpr std::string_view basis_word = "Căn cứ ";

template <class Enum, std::size_t count>
Enum enum_from(const std::array<std::string_view, count>& keys, std::string_view key)
{
    const auto found = std::ranges::find(keys, key);
    return found == keys.end() ? Enum{} : static_cast<Enum>(found - keys.begin());
}
template <class Enum, std::size_t count>
std::string_view key_in(const std::array<std::string_view, count>& keys, Enum value)
{
    return keys.at(static_cast<std::size_t>(value));
}

void put(json::Value& value, std::string_view name, const std::string& text)
{
    if (!text.empty()) value.set(name, text);
}
void put(json::Value& value, std::string_view name, bool is_so)
{
    if (is_so) value.set(name, true);
}
void put(json::Value& value, std::string_view name, const std::vector<std::string>& texts)
{
    if (texts.empty()) return;
    auto list = json::Value::array();
    for (const auto& text : texts) list.push(text);
    value.set(name, std::move(list));
}

std::string text_in(const json::Value& value, std::string_view name)
{
    return std::string(value[name].as_string());
}
std::vector<std::string> texts_in(const json::Value& value, std::string_view name)
{
    std::vector<std::string> texts;
    for (const auto& one : value[name].elements()) texts.emplace_back(one.as_string());
    return texts;
}

json::Value paragraph_json(const OfficialParagraph& paragraph)
{
    auto runs = json::Value::array();
    for (const auto& run : paragraph.runs) {
        auto said = json::Value::object();
        said.set("text", run.text);
        put(said, "bold", run.is_bold);
        put(said, "italic", run.is_italic);
        runs.push(std::move(said));
    }
    auto value = json::Value::object();
    value.set("kind", key_in(paragraph_kinds, paragraph.kind)).set("runs", std::move(runs));
    return value;
}

json::Value table_json(const OfficialTable& table)
{
    auto columns = json::Value::array();
    for (const auto& column : table.columns)
        columns.push(json::Value::object()
                         .set("title", column.title)
                         .set("share", column.share)
                         .set("alignment", key_in(alignments, column.alignment)));
    auto rows = json::Value::array();
    for (const auto& row : table.rows) {
        auto said = json::Value::object();
        put(said, "cells", row.cells);
        put(said, "bold", row.is_bold);
        rows.push(std::move(said));
    }
    return json::Value::object().set("columns", std::move(columns)).set("rows", std::move(rows));
}

json::Value blocks_json(const std::vector<OfficialBlock>& blocks)
{
    auto list = json::Value::array();
    for (const auto& block : blocks) {
        const auto* paragraph = std::get_if<OfficialParagraph>(&block);
        list.push(paragraph != nullptr ? paragraph_json(*paragraph)
                                       : table_json(std::get<OfficialTable>(block)));
    }
    return list;
}

OfficialParagraph paragraph_from(const json::Value& value)
{
    OfficialParagraph paragraph{.kind =
                                    enum_from<Kind>(paragraph_kinds, value["kind"].as_string())};
    for (const auto& run : value["runs"].elements())
        paragraph.runs.push_back({.text = text_in(run, "text"),
                                  .is_bold = run["bold"].as_bool(),
                                  .is_italic = run["italic"].as_bool()});
    return paragraph;
}

OfficialTable table_from(const json::Value& value)
{
    OfficialTable table;
    for (const auto& column : value["columns"].elements())
        table.columns.push_back({.title = text_in(column, "title"),
                                 .share = static_cast<int>(column["share"].as_integer(1)),
                                 .alignment = enum_from<document::OfficialAlignment>(
                                     alignments, column["alignment"].as_string())});
    for (const auto& row : value["rows"].elements())
        table.rows.push_back({.cells = texts_in(row, "cells"), .is_bold = row["bold"].as_bool()});
    return table;
}

std::vector<OfficialBlock> blocks_from(const json::Value& list)
{
    std::vector<OfficialBlock> blocks;
    for (const auto& block : list.elements()) {
        if (block.has("columns"))
            blocks.emplace_back(table_from(block));
        else
            blocks.emplace_back(paragraph_from(block));
    }
    return blocks;
}

json::Value annexes_json(const OfficialDocument& content)
{
    auto annexes = json::Value::array();
    for (const auto& annex : content.annexes) {
        auto said = json::Value::object();
        put(said, "title", annex.title);
        put(said, "note", annex.note);
        put(said, "landscape", annex.is_landscape);
        said.set("blocks", blocks_json(annex.blocks));
        annexes.push(std::move(said));
    }
    return annexes;
}

/// "(Kèm theo Báo cáo số 05/BC-SNV ngày 15 tháng 3 năm 2026 của Sở Nội vụ)"
std::string annex_note(const OfficialDocument& printed)
{
    const auto kind = printed.kind.empty() ? std::string{"Công văn"} : printed.kind;
    const auto number = printed.number.starts_with('/') ? "     " + printed.number : printed.number;
    const auto day = printed.date ? " " + printed.date->in_words() : std::string{};
    return "(Kèm theo " + kind + " số " + number + day + " của " + printed.issuer + ")";
}

}  // namespace

json::Value to_json(const OfficialDocument& content)
{
    auto value = json::Value::object();
    put(value, "parent", content.parent);
    put(value, "issuer", content.issuer);
    put(value, "place", content.place);
    put(value, "kind", content.kind);
    put(value, "subject", content.subject);
    put(value, "addressees", content.addressees);
    value.set("body", blocks_json(content.body));
    put(value, "recipients", content.recipients);
    put(value, "signature_lines", content.signature.lines);
    put(value, "signature_name", content.signature.name);
    if (!content.annexes.empty()) value.set("annexes", annexes_json(content));
    value.set("urgency", key_in(urgencies, content.urgency));
    value.set("circulation", key_in(circulations, content.circulation));
    put(value, "drafter", content.drafter);
    if (content.copies > 0) value.set("copies", content.copies);
    put(value, "landscape", content.is_landscape);
    return value;
}

OfficialDocument content_from(const json::Value& value)
{
    OfficialDocument content{.parent = text_in(value, "parent"),
                             .issuer = text_in(value, "issuer"),
                             .place = text_in(value, "place"),
                             .kind = text_in(value, "kind"),
                             .subject = text_in(value, "subject")};
    content.addressees = texts_in(value, "addressees");
    content.body = blocks_from(value["body"]);
    content.recipients = texts_in(value, "recipients");
    content.signature = {.lines = texts_in(value, "signature_lines"),
                         .name = text_in(value, "signature_name")};
    for (const auto& annex : value["annexes"].elements())
        content.annexes.push_back({.title = text_in(annex, "title"),
                                   .note = text_in(annex, "note"),
                                   .is_landscape = annex["landscape"].as_bool(),
                                   .blocks = blocks_from(annex["blocks"])});
    content.urgency = enum_from<document::OfficialUrgency>(urgencies, value["urgency"].as_string());
    content.circulation =
        enum_from<document::OfficialCirculation>(circulations, value["circulation"].as_string());
    content.drafter = text_in(value, "drafter");
    content.copies = static_cast<int>(value["copies"].as_integer());
    content.is_landscape = value["landscape"].as_bool();
    return content;
}

OfficialDocument printed_of(const Document& document, OfficialDocument content)
{
    content.date = document.issued_on;
    content.number = number_text(document.number.value_or(0), document.symbol);
    for (auto& annex : content.annexes)
        if (annex.note.empty()) annex.note = annex_note(content);
    return content;
}

std::vector<OfficialBlock> body_from(std::string_view typed)
{
    std::vector<OfficialBlock> body;
    for (const auto raw : text::split(typed, '\n')) {
        auto line = text::trim(raw);
        if (line.empty()) continue;
        auto kind = Kind::body;
        if (line.starts_with(heading_mark)) {
            kind = Kind::heading;
            line = text::trim(line.substr(heading_mark.size()));
        } else if (line.starts_with(basis_word)) {
            kind = Kind::basis;
        }
        body.emplace_back(document::official_paragraph(std::string(line), kind));
    }
    return body;
}

std::string typed_of(const std::vector<OfficialBlock>& body)
{
    std::string typed;
    for (const auto& block : body) {
        const auto* paragraph = std::get_if<OfficialParagraph>(&block);
        if (paragraph == nullptr) continue;
        if (!typed.empty()) typed += '\n';
        if (paragraph->kind == Kind::heading) typed += heading_mark;
        for (const auto& run : paragraph->runs) typed += run.text;
    }
    return typed;
}

}  // namespace caicach::outgoing
