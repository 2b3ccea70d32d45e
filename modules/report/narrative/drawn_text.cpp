#include "report/narrative/drawn_text.hpp"

#include <algorithm>
#include <array>

#include "manifest/row_days.hpp"
#include "report/limits.hpp"
#include "report/reference_data.hpp"
#include "text/text.hpp"

namespace caicach::report
{
namespace
{

evidence::LineSection section_of(Drawn drawn)
{
    constexpr std::array sections{evidence::LineSection::done, evidence::LineSection::late,
                                  evidence::LineSection::obstacle, evidence::LineSection::next};
    return sections.at(static_cast<std::size_t>(drawn));
}

std::string_view key_of(Drawn drawn)
{
    constexpr std::array<std::string_view, 4> keys{"done", "late", "obstacle", "next"};
    return keys.at(static_cast<std::size_t>(drawn));
}

Result<Wording::Phrase> phrase_in(const text::Table& table, const text::Table::Row& row)
{
    Wording::Phrase phrase{.key = std::string{table.at(row, "key")}};
    phrase.text = TRY(text::required_text(table, row, "text"));
    return phrase;
}

Result<void> check_phrases(const text::Table& table)
{
    TRY(check_rows<Wording::Phrase>(table, phrase_in));
    const auto built_in = TRY(text::Table::parse(reference_data::report_phrases));
    return text::require_keys(table, built_in);
}

std::string line_text(std::string_view key, const evidence::ToldLine& line, const Wording& wording)
{
    const std::string prefix{key};
    auto text = "- " + wording.say(prefix + ".line", line.text, line.day.vietnamese());
    if (!line.note.empty()) text += wording.say(prefix + ".note", line.note);
    const bool is_ended = text.ends_with('.') || text.ends_with(';');
    return is_ended ? text : text + ".";
}

/// One paragraph with its lines; nothing where there are none.
std::string paragraph(Drawn drawn, std::span<const evidence::ToldLine> lines,
                      const Wording& wording)
{
    const auto section = section_of(drawn);
    const auto key = key_of(drawn);
    std::string examples;
    std::size_t count{};
    for (const auto& line : lines) {
        if (line.section != section) continue;
        if (++count <= examples_max) examples += "\n" + line_text(key, line, wording);
    }
    if (count == 0) return {};
    auto text = wording.say(std::string{key} + ".head", std::to_string(count)) + examples;
    if (count > examples_max)
        text += "\n- " + wording.say("more", std::to_string(count - examples_max)) + ".";
    return text;
}

}  // namespace

text::ReferenceFile phrases_file()
{
    return {"report_phrases.csv", reference_data::report_phrases, check_phrases};
}

Result<Wording> Wording::on(Date day)
{
    Wording wording;
    wording.m_phrases = TRY(rows_on<Phrase>(phrases_file(), day, phrase_in));
    return wording;
}

std::string Wording::say(std::string_view key, std::string_view first, std::string_view second,
                         std::string_view third) const
{
    const std::array<std::string_view, 3> said_of{first, second, third};
    const auto found = std::ranges::find(m_phrases, key, &Phrase::key);
    if (found == m_phrases.end()) return {};
    std::string said;
    std::string_view left{found->text};
    while (!left.empty()) {
        const bool is_place = left.size() >= 3 && left[0] == '{' && left[2] == '}' &&
                              left[1] >= '0' && left[1] <= '2';
        if (is_place) {
            said += said_of.at(static_cast<std::size_t>(left[1] - '0'));
            left.remove_prefix(3);
            continue;
        }
        said += left.front();
        left.remove_prefix(1);
    }
    return said;
}

std::string draw(const Narrative& narrative, std::span<const evidence::ToldLine> lines,
                 const Wording& wording)
{
    std::string text;
    for (const auto drawn : narrative.drawn_of) {
        const auto one = paragraph(drawn, lines, wording);
        if (one.empty()) continue;
        text += (text.empty() ? "" : "\n\n") + one;
    }
    const auto limit = static_cast<std::size_t>(narrative.length_max);
    return text::length(text) > limit ? text::shorten(text, limit) : text;
}

Result<std::vector<evidence::ToldLine>> lines_for(Context& context,
                                                  database::Transaction& transaction,
                                                  const Narrative& narrative,
                                                  const evidence::Telling& telling)
{
    std::vector<evidence::LineSection> sections;
    sections.reserve(narrative.drawn_of.size());
    for (const auto drawn : narrative.drawn_of) sections.push_back(section_of(drawn));
    if (sections.empty()) return std::vector<evidence::ToldLine>{};
    auto lines =
        TRY(evidence::told_lines(context, transaction, telling, sections, limits::lines_drawn_max));
    if (!narrative.area.empty())
        std::erase_if(lines,
                      [&](const evidence::ToldLine& one) { return one.area != narrative.area; });
    return lines;
}

}  // namespace caicach::report
