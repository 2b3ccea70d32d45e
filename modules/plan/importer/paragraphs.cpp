#include "plan/importer/paragraphs.hpp"

#include <algorithm>
#include <array>

#include "plan/importer/lexicon.hpp"
#include "plan/importer/marker.hpp"
#include "plan/importer/words.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

/// Whether lines end where the page does, not where the paragraph does, and how wide they are.
struct Wrapping {
    bool hard{};
    std::size_t width{};
};

bool ends_sentence(std::string_view text)
{
    return text.ends_with('.') || text.ends_with(';') || text.ends_with(':') ||
           text.ends_with('!') || text.ends_with('?') || text.ends_with("…") ||
           text.ends_with("./");
}

/// Neighbouring lines of which the second goes on in small letters show a text cut at a width.
Wrapping wrapping_of(const std::vector<CleanLine>& lines)
{
    std::size_t pairs = 0;
    std::size_t running_on = 0;
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const auto& line = lines[i];
        const auto& next = lines[i + 1];
        if (line.kind != CleanLine::Kind::text || next.kind != CleanLine::Kind::text) continue;
        const auto length = text::length(line.text);
        if (length < 40) continue;
        ++pairs;
        if (!marker_of(next.text) && begins_with_small_letter(next.text) &&
            !ends_sentence(line.text)) {
            ++running_on;
            widths.push_back(length);
        }
    }
    if (running_on < 4 || running_on * 5 < pairs) return {};
    std::ranges::sort(widths);
    return {true, widths[widths.size() * 3 / 4]};
}

/// A line that ends with such a word is never the end of a paragraph.
bool ends_open(std::string_view text)
{
    if (text.ends_with(',')) return true;
    const auto blank = text.find_last_of(' ');
    const auto word = text.substr(blank == std::string_view::npos ? 0 : blank + 1);
    // "Cao Bằng" and "Sơn La" end in names; in a heading of capitals a capital tells nothing.
    if (begins_with_capital(word) && !is_upper_case(text)) return false;
    return is_connective(text::lower(word));
}

/// "… trong quý" / "III/2026": the number of a quarter never begins a paragraph.
bool goes_on_with_quarter(std::string_view before, std::string_view line)
{
    const auto slash = line.find('/');
    if (slash == std::string_view::npos || !roman_value(line.substr(0, slash))) return false;
    const auto blank = before.find_last_of(' ');
    return text::fold(before.substr(blank == std::string_view::npos ? 0 : blank + 1)) == "quy";
}

int open_brackets(std::string_view text)
{
    return static_cast<int>(std::ranges::count(text, '(')) -
           static_cast<int>(std::ranges::count(text, ')'));
}

/// "Chỉ thị số 27/CT-TTg …" without a bullet: a list of papers that goes on.
bool opens_citation(std::string_view text)
{
    constexpr std::size_t telling = 60;
    const Words words{text.substr(0, telling)};
    for (const auto* kind : {"nghi quyet", "quyet dinh", "chi thi", "thong tu", "cong van",
                             "ke hoach", "nghi dinh", "ket luan", "thong bao"}) {
        const auto end = words.match(0, kind);
        if (end != 0 && words.is(end, "so")) return true;
    }
    return false;
}

class Joiner
{
public:
    explicit Joiner(const std::vector<CleanLine>& lines)
        : m_lines{lines}, m_wrapping{wrapping_of(lines)}
    {
    }

    std::vector<Paragraph> run()
    {
        for (std::size_t i = 0; i < m_lines.size(); ++i) take(i);
        return std::move(m_paragraphs);
    }

private:
    void take(std::size_t i)
    {
        const auto& line = m_lines[i];
        if (line.kind == CleanLine::Kind::blank) {
            m_blank = true;
            return;
        }
        if (line.kind == CleanLine::Kind::artefact) {
            m_page_turned = true;
            return;
        }
        if (line.kind == CleanLine::Kind::footnote) {
            begin(i, Paragraph::Kind::footnote);
            m_footnote = true;
        } else if (line.kind == CleanLine::Kind::table_row) {
            begin(i, Paragraph::Kind::table_row);
            m_footnote = false;
            m_body = -1;
        } else if (m_footnote && continues_footnote(line)) {
            extend(m_paragraphs.size() - 1, i);
        } else if (m_body >= 0 && goes_on(m_paragraphs[static_cast<std::size_t>(m_body)], line)) {
            extend(static_cast<std::size_t>(m_body), i);
            m_footnote = false;
        } else {
            m_body = static_cast<int>(m_paragraphs.size());
            begin(i, Paragraph::Kind::text);
            m_footnote = false;
        }
        m_blank = false;
        if (line.kind != CleanLine::Kind::footnote) m_page_turned = false;
        m_last = i;
    }

    /// Footnotes too are cut at the width; they end with their page.
    [[nodiscard]] bool continues_footnote(const CleanLine& line) const
    {
        const auto& note = m_paragraphs.back();
        return !m_blank && m_wrapping.hard && note.kind == Paragraph::Kind::footnote &&
               line.page == note.page && !marker_of(line.text) && !note.text.ends_with('.') &&
               text::length(m_lines[m_last].text) * 10 >= m_wrapping.width * 7;
    }

    [[nodiscard]] bool goes_on(const Paragraph& paragraph, const CleanLine& line) const
    {
        const std::string_view before = paragraph.text;
        const bool small = begins_with_small_letter(line.text);
        const auto marker = marker_of(line.text);
        if (marker) {
            // "giai đoạn 2021" / "- 2030": the dash of a period, not a bullet.
            const auto rest = std::string_view{line.text}.substr(marker->length);
            const bool period = marker->kind == Marker::Kind::minus && !before.empty() &&
                                before.back() >= '0' && before.back() <= '9' && !rest.empty() &&
                                rest.front() >= '0' && rest.front() <= '9';
            return period;
        }
        if (goes_on_with_quarter(before, line.text)) return true;
        if (begins_with_label(line.text) || ends_document_part(line.text)) return false;
        if (small && !ends_sentence(before)) return true;
        // "…;" at the foot of a page, and below the number of the page the sentence goes on.
        if (small && m_page_turned && before.ends_with(';')) return true;
        if (m_page_turned && before.ends_with(';') && opens_citation(line.text)) return true;
        // "4. Các đơn vị sự nghiệp trực thuộc" / "Báo cáo kết quả …": whose they are need not
        // follow.
        const bool group = before.ends_with("trực thuộc") && opens_statement(line.text);
        if (ends_open(before) && !ends_document_part(before) && !group) return true;
        const bool adjacent = !m_blank;
        if (!adjacent) return false;
        if (open_brackets(before) > 0 && !before.ends_with(';')) return true;
        if (same_upper_heading(paragraph, line)) return true;
        return m_wrapping.hard && fills_width(paragraph, line, small);
    }

    /// In a text cut at a width, a full line runs into the next one.
    [[nodiscard]] bool fills_width(const Paragraph& paragraph, const CleanLine& line,
                                   bool small) const
    {
        const auto last =
            text::length(std::string_view{paragraph.text}.substr(paragraph.pieces.back().offset));
        if (small) return last * 10 >= m_wrapping.width * 6;
        if (line.heading != paragraph.heading || is_upper_case(line.text)) return false;
        if (paragraph.text.ends_with(':') || paragraph.text.ends_with(';')) return false;
        if (opens_statement(line.text)) return false;
        // A new word would have fitted into a shorter line.
        const auto word = text::length(std::string_view{line.text}.substr(0, line.text.find(' ')));
        return last + word + 2 >= m_wrapping.width;
    }

    [[nodiscard]] static bool same_upper_heading(const Paragraph& paragraph, const CleanLine& line)
    {
        const auto marker = marker_of(paragraph.text);
        if (!marker || !is_upper_case(line.text) || ends_sentence(paragraph.text)) return false;
        // "Phần thứ nhất" has its heading on the next line.
        return is_upper_case(paragraph.text) || marker->length >= paragraph.text.size();
    }

    void begin(std::size_t i, Paragraph::Kind kind)
    {
        const auto& line = m_lines[i];
        Paragraph paragraph;
        paragraph.kind = kind;
        paragraph.text = line.text;
        paragraph.pieces = {{static_cast<int>(i), 0}};
        paragraph.note_marks = line.note_marks;
        paragraph.heading = line.heading;
        paragraph.after_blank = m_blank;
        paragraph.page = line.page;
        m_paragraphs.push_back(std::move(paragraph));
    }

    void extend(std::size_t which, std::size_t i)
    {
        auto& paragraph = m_paragraphs[which];
        const auto& line = m_lines[i];
        paragraph.text += ' ';
        const auto offset = static_cast<std::uint32_t>(paragraph.text.size());
        paragraph.text += line.text;
        paragraph.pieces.push_back({static_cast<int>(i), offset});
        for (const auto mark : line.note_marks) paragraph.note_marks.push_back(mark + offset);
    }

    const std::vector<CleanLine>& m_lines;
    Wrapping m_wrapping;
    std::vector<Paragraph> m_paragraphs{};
    int m_body{-1};        ///< the paragraph that may still go on
    bool m_footnote{};     ///< the last line was of a footnote
    bool m_page_turned{};  ///< a page number or running header stands before
    bool m_blank{true};    ///< a blank line stands before
    std::size_t m_last{};  ///< the last line taken
};

}  // namespace

std::vector<Paragraph> paragraphs_of(const std::vector<CleanLine>& lines)
{
    return Joiner{lines}.run();
}

}  // namespace caicach::plan::importer
