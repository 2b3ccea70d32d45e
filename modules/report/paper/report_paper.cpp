#include "report/paper/report_paper.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "calendar/explanation.hpp"
#include "document/list_label.hpp"
#include "document/official_outline.hpp"
#include "report/paper/number_lines.hpp"
#include "report/paper/table_lines.hpp"
#include "report/report_words.hpp"
#include "text/text.hpp"

namespace caicach::report
{
namespace
{

using document::official_paragraph;
using Kind = document::OfficialParagraphKind;

/// So many numbers still read well as lines; more are a table.
constexpr std::size_t lines_max = 5;
constexpr int last_level = 3;

/// The form's title as it goes on within a sentence: "công tác cải cách hành chính".
std::string title_within(const Definition& form)
{
    const auto begin = form.kind + " ";
    if (form.kind.empty() || !text::starts_with_folded(form.title, begin)) return form.title;
    const auto words = text::split(form.title, ' ').size();
    const auto kind_words = text::split(form.kind, ' ').size();
    if (words <= kind_words) return form.title;
    return form.title.substr(begin.size());
}

/// One that was asked for is about what was asked.
std::string subject_within(const Filled& filled)
{
    if (filled.period.is_ad_hoc()) return filled.period.title;
    const auto title = title_within(*filled.definition);
    return filled.period.title.empty() ? title : title + " " + filled.period.title;
}

/// "I.", "1.", "a)": each level begins anew below the one above it.
class Labels
{
public:
    std::string next(int level)
    {
        if (level <= 1) {
            m_second = m_third = 0;
            return document::format_number(++m_first, document::NumberFormat::upper_roman) + ".";
        }
        if (level == 2) {
            m_third = 0;
            return std::to_string(++m_second) + ".";
        }
        return document::point_label(++m_third);
    }

private:
    int m_first{};
    int m_second{};
    int m_third{};
};

bool is_annex(const FormTable& table) { return table.is_annex || table.is_landscape; }

/// "Căn cứ …;" each, the last with a full stop.
void add_citations(const Filled& filled, std::vector<document::OfficialBlock>& body)
{
    const auto& citations = filled.definition->citations;
    for (const auto& citation : citations) {
        const bool is_last = &citation == &citations.back();
        const bool begins = text::starts_with_folded(citation, "Căn cứ ") ||
                            text::starts_with_folded(citation, "Thực hiện ");
        body.emplace_back(official_paragraph(
            (begins ? "" : "Căn cứ ") + citation + (is_last ? "." : ";"), Kind::basis));
    }
}

class Writing
{
public:
    Writing(const Filled& filled, const PaperNames& names) : m_filled(filled), m_names(names) {}

    document::OfficialDocument run()
    {
        const auto& form = *m_filled.definition;
        m_paper.kind = form.kind;
        m_paper.subject = paper_subject(m_filled);
        if (!m_names.collector.empty()) m_paper.addressees = {m_names.collector};
        add_citations(m_filled, m_paper.body);
        opening();
        for (std::size_t i = 0; i < form.sections.size(); ++i) section(i);
        closing();
        m_paper.recipients = {"Lưu: VT"};
        if (!m_names.collector.empty())
            m_paper.recipients.insert(m_paper.recipients.begin(), "Như trên");
        return std::move(m_paper);
    }

private:
    void say(std::string words, Kind kind = Kind::body)
    {
        m_paper.body.emplace_back(official_paragraph(std::move(words), kind));
    }

    void opening()
    {
        const auto& period = m_filled.period;
        auto words = std::string{};
        if (!period.asked_document.empty())
            words = "Thực hiện " + period.asked_document +
                    (period.asked_by.empty() ? "" : " của " + period.asked_by) + ", ";
        words += m_names.agency + " báo cáo";
        if (!m_names.collector.empty()) words += " " + m_names.collector;
        words += " " + subject_within(m_filled) + " (số liệu " +
                 calendar::span_in_words(period.data.from, period.data.to) + ") như sau:";
        say(words);
    }

    /// Nothing stands below it but annexes, and no section of a lower level follows.
    [[nodiscard]] bool is_of_annexes(const Section& section) const
    {
        return !section.parts.empty() && std::ranges::all_of(section.parts, [](const Part& part) {
            const auto* table = std::get_if<FormTable>(&part);
            return table != nullptr && is_annex(*table);
        });
    }

    void section(std::size_t at)
    {
        const auto& all = m_filled.definition->sections;
        const auto& section = all[at];
        if (is_of_annexes(section)) {
            for (const auto& part : section.parts) annex(std::get<FormTable>(part));
            return;
        }
        heading(section.title, section.level);
        const auto before = m_paper.body.size();
        const auto narratives = std::ranges::count_if(section.parts, [](const Part& part) {
            return std::holds_alternative<Narrative>(part);
        });
        std::vector<const FilledIndicator*> numbers;
        for (const auto& part : section.parts) {
            if (std::holds_alternative<Indicator>(part)) {
                numbers.push_back(m_filled.indicator(key_of(part)));
                continue;
            }
            flush(numbers, section);
            if (const auto* words = std::get_if<Narrative>(&part))
                narrative(*words, narratives > 1 ? section.level + 1 : 0);
            else
                table(std::get<FormTable>(part));
        }
        flush(numbers, section);
        const bool has_lower = at + 1 < all.size() && all[at + 1].level > section.level;
        if (m_paper.body.size() == before && !has_lower) say("Không có nội dung báo cáo.");
    }

    void heading(const std::string& title, int level)
    {
        const auto label = m_labels.next(level);
        say(label + " " + (level <= 1 ? text::upper(title) : title), Kind::heading);
    }

    void narrative(const Narrative& asked, int level)
    {
        const auto found = m_filled.texts.find(asked.key);
        if (found == m_filled.texts.end()) return;
        if (level > 0) heading(asked.text, std::min(level, last_level));
        for (const auto line : text::split(found->second, '\n'))
            if (const auto words = text::trim(line); !words.empty()) say(std::string{words});
    }

    void flush(std::vector<const FilledIndicator*>& indicators, const Section& section)
    {
        const auto numbers = paper_numbers(indicators);
        indicators.clear();
        if (numbers.size() <= lines_max) {
            auto lines = number_lines(numbers);
            std::ranges::move(lines, std::back_inserter(m_paper.body));
            return;
        }
        caption("Số liệu: " + section.title);
        m_paper.body.emplace_back(number_table(numbers));
    }

    void caption(const std::string& words)
    {
        m_paper.body.emplace_back(document::OfficialParagraph{
            .kind = Kind::heading,
            .runs = {
                {.text = "Bảng " + std::to_string(++m_tables) + ". " + words, .is_italic = true}}});
    }

    void table(const FormTable& asked)
    {
        if (is_annex(asked)) return annex(asked);
        const auto found = m_filled.tables.find(asked.key);
        if (found == m_filled.tables.end() || found->second.empty()) {
            say(asked.text + ": không có.");
            return;
        }
        caption(asked.text);
        m_paper.body.emplace_back(official_table(asked, found->second));
    }

    /// One that nobody filled is left out.
    void annex(const FormTable& asked)
    {
        const auto found = m_filled.tables.find(asked.key);
        if (found == m_filled.tables.end() || found->second.empty()) return;
        m_paper.annexes.push_back({.title = asked.text,
                                   .is_landscape = asked.is_landscape,
                                   .blocks = {official_table(asked, found->second)}});
    }

    /// What goes along, and the end.
    void closing()
    {
        std::vector<std::string> along;
        along.reserve(m_paper.annexes.size() + m_filled.files.size());
        int number = 0;
        for (const auto& one : m_paper.annexes) {
            const auto label =
                m_paper.annexes.size() == 1
                    ? std::string{"Phụ lục"}
                    : "Phụ lục " +
                          document::format_number(++number, document::NumberFormat::upper_roman);
            along.push_back(label + ": " + one.title);
        }
        for (const auto& file : m_filled.files) along.push_back(file.name);
        if (!along.empty()) say("Gửi kèm báo cáo: " + text::join(along, "; ") + ".");
        auto words = "Trên đây là báo cáo " + subject_within(m_filled) + " của " + m_names.agency;
        if (!m_names.collector.empty())
            words += ", kính gửi " + m_names.collector + " xem xét, tổng hợp";
        say(words + ".");
    }

    const Filled& m_filled;
    const PaperNames& m_names;
    document::OfficialDocument m_paper{};
    Labels m_labels{};
    int m_tables{};
};

}  // namespace

std::string paper_subject(const Filled& filled) { return begun_with(subject_within(filled)); }

document::OfficialDocument report_paper(const Filled& filled, const PaperNames& names)
{
    return Writing{filled, names}.run();
}

}  // namespace caicach::report
