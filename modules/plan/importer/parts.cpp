#include "plan/importer/parts.hpp"

#include <string_view>

#include "plan/importer/lexicon.hpp"
#include "plan/importer/marker.hpp"
#include "plan/importer/words.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

/// Words with which a preamble begins, never a title.
bool opens_preamble(std::string_view text)
{
    const Words words{text.substr(0, 120)};
    for (const auto* phrase : {"can cu", "thuc hien", "trien khai", "nham", "de trien khai",
                               "de thuc hien", "xet de nghi", "theo de nghi", "tren co so",
                               "uy ban nhan dan", "ubnd", "chu tich", "tiep tuc", "de tiep tuc"}) {
        if (words.match(0, phrase) != 0) return true;
    }
    return false;
}

class Divider
{
public:
    explicit Divider(const std::vector<Paragraph>& paragraphs) : m_paragraphs{paragraphs} {}

    Parts run()
    {
        for (const auto& paragraph : m_paragraphs) {
            if (paragraph.kind == Paragraph::Kind::footnote) {
                m_parts.of.push_back({Part::footnote, -1, false});
                continue;
            }
            step(paragraph);
            m_parts.of.push_back({m_part, m_part == Part::annex ? m_annex : -1, m_decision});
        }
        return std::move(m_parts);
    }

private:
    void step(const Paragraph& paragraph)
    {
        const auto first = std::string_view{paragraph.text}.substr(0, paragraph.text.find('\t'));
        const auto landmark = landmark_of(text::trim(first));
        const auto marker = marker_of(paragraph.text);
        if (landmark == Landmark::plan && m_part != Part::annex) {
            m_decision = false;
            return enter(Part::title);
        }
        if (landmark == Landmark::decision && (m_part == Part::head || m_part == Part::preamble)) {
            const bool again = m_decision;
            m_decision = true;
            return enter(again ? Part::article : Part::title);
        }
        if (landmark == Landmark::recipients) return enter(Part::tail);
        switch (m_part) {
            case Part::head:
                return head(marker);
            case Part::title:
                return title(paragraph, landmark, marker);
            case Part::preamble:
                return preamble(marker);
            case Part::article:
            case Part::body:
                return body(paragraph, landmark);
            case Part::tail:
                return tail(paragraph, landmark);
            case Part::annex:
                return annex(paragraph, landmark);
            case Part::footnote:
                return;
        }
    }

    void enter(Part part)
    {
        m_part = part;
        m_title_lines = 0;
    }

    static bool opens_section(const std::optional<Marker>& marker)
    {
        return marker && !marker->bullet() && marker->kind != Marker::Kind::paren;
    }

    void head(const std::optional<Marker>& marker)
    {
        if (marker && (marker->kind == Marker::Kind::roman || marker->kind == Marker::Kind::upper ||
                       marker->kind == Marker::Kind::part)) {
            enter(Part::body);
        }
    }

    void title(const Paragraph& paragraph, std::optional<Landmark> landmark,
               const std::optional<Marker>& marker)
    {
        if (opens_section(marker)) return enter(m_decision ? Part::article : Part::body);
        if (landmark == Landmark::enclosed) return;
        const bool long_text = paragraph.text.size() > 400;
        const bool sentence = paragraph.text.ends_with('.') || paragraph.text.ends_with(':') ||
                              paragraph.text.ends_with(';') || paragraph.text.ends_with(',');
        if (m_title_lines > 0 && (sentence || long_text || opens_preamble(paragraph.text))) {
            if (!is_upper_case(paragraph.text) || m_decision) return enter(Part::preamble);
        }
        ++m_title_lines;
    }

    void preamble(const std::optional<Marker>& marker)
    {
        if (marker && marker->kind == Marker::Kind::article) return enter(Part::article);
        if (opens_section(marker)) enter(Part::body);
    }

    void body(const Paragraph& paragraph, std::optional<Landmark> landmark)
    {
        if (landmark == Landmark::signature) return enter(Part::tail);
        if (landmark == Landmark::annex) begin_annex(paragraph);
    }

    void tail(const Paragraph& paragraph, std::optional<Landmark> landmark)
    {
        if (landmark == Landmark::annex) begin_annex(paragraph);
    }

    void annex(const Paragraph& paragraph, std::optional<Landmark> landmark)
    {
        if (landmark == Landmark::annex) {
            // "PHỤ LỤC I" and below it "DANH MỤC NHIỆM VỤ …": one annex with its title.
            if (m_annex_lines <= 2 && !begins_numbered(paragraph.text))
                return name_annex(paragraph);
            return begin_annex(paragraph);
        }
        if (landmark == Landmark::signature) return enter(Part::tail);
        const bool heads =
            landmark.has_value() || is_upper_case(paragraph.text) || paragraph.heading;
        if (m_annex_lines < 4 && heads && !marker_of(paragraph.text) &&
            paragraph.kind == Paragraph::Kind::text) {
            return name_annex(paragraph);
        }
        m_annex_lines += 10;
    }

    static bool begins_numbered(std::string_view text)
    {
        const Words words{text.substr(0, 40)};
        return words.match(0, "phu luc") != 0 || words.match(0, "bieu so") != 0;
    }

    void begin_annex(const Paragraph& paragraph)
    {
        enter(Part::annex);
        ++m_annex;
        m_annex_lines = 1;
        const Words words{paragraph.text.substr(0, 60)};
        Annex annex;
        if (words.match(0, "danh muc") != 0) {
            annex.label = "DM";
            annex.title = paragraph.text;
        } else {
            annex.label = "PL" + std::to_string(m_annex + 1);
        }
        m_parts.annexes.push_back(std::move(annex));
    }

    void name_annex(const Paragraph& paragraph)
    {
        ++m_annex_lines;
        auto& title = m_parts.annexes[static_cast<std::size_t>(m_annex)].title;
        if (paragraph.text.starts_with('(')) return;
        if (!title.empty()) title += ' ';
        title += paragraph.text;
    }

    const std::vector<Paragraph>& m_paragraphs;
    Parts m_parts{};
    Part m_part{Part::head};
    int m_annex{-1};
    int m_annex_lines{};
    int m_title_lines{};
    bool m_decision{};
};

}  // namespace

Parts parts_of(const std::vector<Paragraph>& paragraphs) { return Divider{paragraphs}.run(); }

}  // namespace caicach::plan::importer
