#include "document/word_template.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <sstream>
#include <utility>

#include "document/archive.hpp"
#include "document/archive_writer.hpp"
#include "document/limits.hpp"
#include "document/word_expand.hpp"
#include "document/word_outline.hpp"
#include "document/xml.hpp"
#include "text/text.hpp"

namespace caicach::document
{

namespace
{

constexpr std::string_view body_part = "word/document.xml";

/// What people call a part in which places are filled; empty for all others.
std::string_view label_of(std::string_view name)
{
    struct Label {
        std::string_view beginning{};
        std::string_view text{};
    };
    constexpr std::array labels{Label{body_part, "Thân văn bản"}, Label{"word/header", "Đầu trang"},
                                Label{"word/footer", "Chân trang"},
                                Label{"word/footnotes.xml", "Chú thích"},
                                Label{"word/endnotes.xml", "Chú thích"}};
    if (!name.ends_with(".xml")) return {};
    const auto found = std::ranges::find_if(
        labels, [&](const Label& one) { return name.starts_with(one.beginning); });
    return found == labels.end() ? std::string_view{} : found->text;
}

/// What a package may hold besides words.
struct Foreign {
    bool has_macros{};
    bool has_objects{};
    std::string elsewhere{};
};

void note_link(std::string_view type, pugi::xml_node link, Foreign& foreign)
{
    if (type.ends_with("/oleObject") || type.ends_with("/package") || type.ends_with("/aFChunk"))
        foreign.has_objects = true;
    if (attribute(link, "TargetMode") == "External" && !type.ends_with("/hyperlink"))
        foreign.elsewhere = attribute(link, "Target");
}

void find_foreign(const WordTemplate& form, std::vector<TemplateFault>& faults)
{
    Foreign foreign;
    for (const auto& part : form.parts) {
        const bool is_active = part.name.find("activeX/") != std::string::npos;
        if (is_active || part.name.ends_with("vbaProject.bin")) foreign.has_macros = true;
        if (part.name.find("/embeddings/") != std::string::npos) foreign.has_objects = true;
        if (!part.name.ends_with(".rels")) continue;
        const auto xml = parse_xml(part.content);
        if (!xml) {
            faults.push_back({.key = "document.template.broken_part", .arguments = {part.name}});
            continue;
        }
        for (const auto link : xml->root().children())
            note_link(attribute(link, "Type"), link, foreign);
    }
    if (foreign.has_macros) faults.push_back({.key = "document.template.macros"});
    if (foreign.has_objects) faults.push_back({.key = "document.template.objects"});
    if (!foreign.elsewhere.empty())
        faults.push_back({.key = "document.template.elsewhere",
                          .arguments = {text::shorten(foreign.elsewhere, 200)}});
}

/// How many letters must change for one name to be the other, up to 3.
std::size_t distance(std::string_view one, std::string_view other)
{
    constexpr std::size_t far = 3;
    if (one.size() > other.size() + far || other.size() > one.size() + far) return far;
    std::vector<std::size_t> row(other.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < one.size(); ++i) {
        auto corner = row[0]++;
        for (std::size_t j = 0; j < other.size(); ++j) {
            const auto above = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, above + 1, corner + (one[i] == other[j] ? 0U : 1U)});
            corner = above;
        }
    }
    return row.back();
}

/// Which names may stand somewhere.
class Known
{
public:
    Known(const WordOutline& outline, const TemplateFields& fields)
        : m_outline(outline), m_fields(fields)
    {
    }

    [[nodiscard]] std::optional<TemplateFault> fault_of(const OutlinedTag& one) const
    {
        const auto& name = one.tag.name;
        if (one.tag.kind == WordTagKind::end) return std::nullopt;
        const auto kind = kind_of(one);
        if (one.tag.kind == WordTagKind::field && name == "stt")
            return one.within.empty() ? fault(one, "document.template.row_field") : std::nullopt;
        if (!kind) {
            if (is_of_a_row(name)) return fault(one, "document.template.row_field");
            const auto near = nearest(one);
            return near.empty() ? fault(one, "document.template.unknown")
                                : fault(one, "document.template.unknown_near", near);
        }
        using Kind = TemplateFieldKind;
        if (one.tag.kind == WordTagKind::field && *kind != Kind::text)
            return fault(one, "document.template.no_text");
        if (one.tag.kind == WordTagKind::repeat && *kind != Kind::list)
            return fault(one, "document.template.no_list");
        return std::nullopt;
    }

private:
    static TemplateFault make(const OutlinedTag& one, std::string key, std::string more)
    {
        TemplateFault made{.place = one.place,
                           .quote = one.quote,
                           .key = std::move(key),
                           .arguments = {one.tag.name}};
        if (!more.empty()) made.arguments.push_back(std::move(more));
        return made;
    }
    static std::optional<TemplateFault> fault(const OutlinedTag& one, std::string key,
                                              std::string more = {})
    {
        return make(one, std::move(key), std::move(more));
    }

    /// Columns of the lists around it, the outermost first.
    [[nodiscard]] std::vector<const std::vector<TemplateColumn>*> reach(
        const OutlinedTag& one) const
    {
        std::vector<const std::vector<TemplateColumn>*> all;
        for (const auto number : one.within) {
            const auto& name = m_outline.tags[number].tag.name;
            const auto list = std::ranges::find(m_fields, name, &TemplateField::name);
            if (list != m_fields.end()) all.push_back(&list->columns);
        }
        return all;
    }
    /// What the name stands for there: a column of a list around it comes before all others.
    [[nodiscard]] std::optional<TemplateFieldKind> kind_of(const OutlinedTag& one) const
    {
        const auto& name = one.tag.name;
        for (const auto* columns : reach(one))
            if (std::ranges::find(*columns, name, &TemplateColumn::name) != columns->end())
                return TemplateFieldKind::text;
        const auto found = std::ranges::find(m_fields, name, &TemplateField::name);
        if (found == m_fields.end()) return std::nullopt;
        return found->kind;
    }
    [[nodiscard]] bool is_of_a_row(std::string_view name) const
    {
        return std::ranges::any_of(m_fields, [&](const TemplateField& list) {
            return std::ranges::find(list.columns, name, &TemplateColumn::name) !=
                   list.columns.end();
        });
    }
    [[nodiscard]] std::string nearest(const OutlinedTag& one) const
    {
        constexpr std::size_t near = 2;
        const auto wanted =
            text::replace_all(text::fold(text::shorten(one.tag.name, 100)), " ", "_");
        std::string best;
        auto best_distance = near + 1;
        const auto look_at = [&](const std::string& name) {
            const auto far = distance(wanted, text::fold(name));
            if (far >= best_distance) return;
            best_distance = far;
            best = name;
        };
        for (const auto& field : m_fields) look_at(field.name);
        for (const auto* columns : reach(one))
            for (const auto& column : *columns) look_at(column.name);
        return best;
    }

    const WordOutline& m_outline;
    const TemplateFields& m_fields;
};

std::string bytes_of(const Xml& xml)
{
    std::ostringstream text;
    text << R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)" << '\n';
    xml.root().print(text, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return std::move(text).str();
}

}  // namespace

Result<WordTemplate> read_template(std::string_view docx)
{
    if (docx.size() > limits::template_bytes_max)
        return failure(Failure::too_large, "document.limit.template", "",
                       {std::to_string(limits::template_bytes_max >> 20U)});
    const auto archive = Archive::open(docx);
    if (!archive || !archive->has(std::string(body_part)))
        return failure(Failure::unsupported, "document.template.no_word");
    WordTemplate form;
    std::size_t bytes = 0;
    auto names = TRY(archive->part_names());
    for (auto& name : names) {
        if (name.ends_with('/')) continue;
        auto content = TRY(archive->part(name));
        bytes += content.size();
        if (bytes > limits::template_unpacked_bytes_max)
            return failure(Failure::too_large, "document.limit.bomb");
        form.parts.push_back({std::move(name), std::move(content)});
    }
    return form;
}

std::vector<TemplateFault> faults_of(const WordTemplate& form, const TemplateFields& known)
{
    std::vector<TemplateFault> faults;
    find_foreign(form, faults);
    for (const auto& part : form.parts) {
        const auto label = label_of(part.name);
        if (label.empty()) continue;
        const auto xml = parse_xml(part.content);
        if (!xml) {
            faults.push_back({.key = "document.template.broken_part", .arguments = {part.name}});
            continue;
        }
        const auto outline = word_outline(xml->root(), label);
        faults.insert(faults.end(), outline.faults.begin(), outline.faults.end());
        const Known names{outline, known};
        for (const auto& one : outline.tags) {
            if (auto fault = names.fault_of(one)) faults.push_back(std::move(*fault));
        }
    }
    if (faults.size() > limits::template_faults_max) faults.resize(limits::template_faults_max);
    return faults;
}

Result<std::string> fill_template(const WordTemplate& form, const json::Value& values)
{
    ArchiveWriter archive;
    for (const auto& part : form.parts) {
        const auto label = label_of(part.name);
        if (label.empty()) {
            archive.add(part.name, part.content);
            continue;
        }
        const auto xml = TRY(parse_xml(part.content));
        const auto outline = word_outline(xml.root(), label);
        if (!outline.faults.empty())
            return failure(Failure::invalid, "document.template.broken", "",
                           {outline.faults.front().place});
        TRY(expand_word(xml.root(), outline, values));
        archive.add(part.name, outline.paragraphs.empty() ? part.content : bytes_of(xml));
    }
    return archive.finish();
}

}  // namespace caicach::document
