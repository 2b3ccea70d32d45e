#include "plan/item_texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "plan/area.hpp"
#include "plan/importer/clean.hpp"
#include "plan/paths.hpp"
#include "text/text.hpp"

namespace caicach::plan
{
namespace
{

template <class T, class TextOf>
std::string joined(const std::vector<T>& parts, std::string_view between, TextOf text_of)
{
    std::string text;
    for (const auto& part : parts) {
        if (!text.empty()) text += between;
        text += text_of(part);
    }
    return text;
}

constexpr std::size_t quoted_lines_max = 12;

bool is_quoted(const SourceLine& line)
{
    return line.fate != Fate::footnote && line.fate != Fate::boilerplate &&
           !text::trim(line.text).empty();
}

/// The item's lines as a person reads them, up to the line where its first part begins.
std::string quoted(const std::vector<SourceLine>& lines, const Item& item, int end)
{
    std::string text;
    std::size_t count = 0;
    const auto first = std::ranges::lower_bound(lines, item.first_line, {}, &SourceLine::number);
    for (auto line = first; line != lines.end() && line->number < end; ++line) {
        if (!is_quoted(*line)) continue;
        if (++count > quoted_lines_max) return text + "\n…";
        if (!text.empty()) text += '\n';
        text += shown_line(line->text);
    }
    return text;
}

std::string place_of(const std::vector<SourceLine>& lines, const Item& item)
{
    if (item.first_line == 0) return {};
    const auto line = std::ranges::lower_bound(lines, item.first_line, {}, &SourceLine::number);
    const auto page = line == lines.end() ? 0 : line->page;
    auto place = item.first_line == item.last_line
                     ? fmt::format("Dòng {}", item.first_line)
                     : fmt::format("Dòng {}–{}", item.first_line, item.last_line);
    if (page > 0) place += fmt::format(", trang {}", page);
    return place;
}

}  // namespace

std::string names_of(const std::vector<Mention>& mentions)
{
    return joined(mentions, "; ", [](const Mention& mention) { return mention.text; });
}

std::string schedule_text(const Item& item)
{
    return item.schedule ? sentence(*item.schedule) : std::string{};
}

std::string quotas_text(const Item& item)
{
    const auto doers = doers_of(item);
    return joined(item.quotas, "; ", [&](const Quota& quota) { return sentence(quota, doers); });
}

std::string metrics_text(const Item& item)
{
    return joined(item.metrics, "; ", [](const Metric& metric) { return sentence(metric); });
}

std::string audience_text(const Item& item)
{
    return joined(item.audience, ", ", [](const std::string& key) { return audience_label(key); });
}

ItemFacts facts_of(const Item& item)
{
    ItemFacts facts;
    const auto add = [&](std::string_view name, std::string value) {
        if (!value.empty()) facts.rows.emplace_back(std::string{name}, std::move(value));
    };
    for (const auto role : roles) {
        add(label(role), names_of(item.agencies(role)));
    }
    add("Thời gian", schedule_text(item));
    add("Số lượng", quotas_text(item));
    add("Mức phải đạt", metrics_text(item));
    add("Không tính", item.excluding);
    add("Sản phẩm", item.product);
    add("Kinh phí", item.budget);
    add("Đối tượng", audience_text(item));
    add("Lĩnh vực", std::string{area_label(item.area)});
    for (const auto& note : item.notes) {
        if (note.key == also_at) add("Cũng ghi ở", note.text);
    }
    return facts;
}

std::string shown_line(std::string_view line)
{
    auto text = importer::clean_line(line).text;
    for (auto tab = text.find('\t'); tab != std::string::npos; tab = text.find('\t', tab)) {
        text.replace(tab, 1, " | ");
    }
    return text;
}

ItemTexts texts_of(const Item& item, const std::vector<SourceLine>& lines, const Item* next)
{
    const bool has_part =
        next != nullptr && next->first_line > item.first_line && next->first_line <= item.last_line;
    return {.anchor = item_anchor(item),
            .context = text::join(item.context, " › "),
            .source = quoted(lines, item, has_part ? next->first_line : item.last_line + 1),
            .place = place_of(lines, item),
            .facts = facts_of(item)};
}

std::string recipient_text(const Recipient& recipient)
{
    const auto purpose = purpose_of(recipient.mark);
    if (purpose.empty()) return printed(recipient);
    return fmt::format("{} ({})", recipient.name, purpose);
}

std::string reference_text(const Reference& reference)
{
    auto text = reference.name.value_or(reference.kind);
    if (reference.number) text = reference.kind + " " + *reference.number;
    if (reference.issued_on) text += " ngày " + reference.issued_on->vietnamese();
    if (reference.issuer) text += " của " + *reference.issuer;
    return text;
}

}  // namespace caicach::plan
