#include "plan/importer/clean.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "plan/importer/limits.hpp"
#include "plan/importer/spaced_columns.hpp"
#include "plan/importer/words.hpp"
#include "text/text.hpp"
#include "text/utf8.hpp"

namespace caicach::plan::importer
{
namespace
{

/// What Markdown lets a backslash stand before: the marks of ASCII.
bool is_mark(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

/// Superscript digits and brackets that stand for footnote marks: ¹ ² ³ ⁴ … ⁽ ⁾.
bool is_superscript(char32_t code)
{
    return code == 0xB9 || code == 0xB2 || code == 0xB3 || (code >= 0x2070 && code <= 0x207E);
}

/// Walks over one line and keeps what is text.
class LineCleaner
{
public:
    explicit LineCleaner(std::string_view line) : m_rest{line} {}

    CleanLine run()
    {
        begin();
        while (!m_rest.empty()) step();
        return finish();
    }

private:
    void begin()
    {
        // A TAB in front alone is an indent; otherwise it parts an empty cell from the next.
        const auto first = m_rest.find_first_not_of(" \t");
        const bool row =
            first != std::string_view::npos && m_rest.find('\t', first) != std::string_view::npos;
        if (!row) m_rest = text::trim(m_rest);
        while (m_rest.starts_with("> ")) m_rest.remove_prefix(2);
        if (m_rest.starts_with('#')) {
            const auto end = m_rest.find_first_not_of('#');
            if (end != std::string_view::npos && m_rest[end] == ' ') {
                m_line.heading = true;
                m_rest = text::trim(m_rest.substr(end));
            }
        }
        if (m_rest.starts_with("**") && m_rest.ends_with("**")) m_line.heading = true;
        if (m_rest.starts_with("* ") || m_rest.starts_with("*\t")) keep(1);
    }

    void step()
    {
        const auto c = m_rest.front();
        if (c == '\\' && m_rest.size() > 1 && is_mark(m_rest[1])) {
            m_rest.remove_prefix(1);
            keep(1);
        } else if (c == '*') {
            const bool spaced = m_rest.size() > 1 && m_rest[1] == ' ' && m_line.text.ends_with(' ');
            spaced ? keep(1) : m_rest.remove_prefix(1);
        } else if (c == '<') {
            tag();
        } else if (c == '[') {
            bracket();
        } else if (c == '`') {
            m_rest.remove_prefix(1);
        } else {
            character();
        }
    }

    void character()
    {
        const auto next = text::character_at(m_rest, 0);
        if (!is_superscript(next.code)) return keep(next.size);
        mark(next.size);
        while (!m_rest.empty() && is_superscript(text::character_at(m_rest, 0).code)) {
            m_rest.remove_prefix(text::character_at(m_rest, 0).size);
        }
    }

    void tag()
    {
        const auto end = m_rest.find('>');
        if (end == std::string_view::npos) return keep(1);
        const auto inside = m_rest.substr(1, end - 1);
        if (inside.find("://") != std::string_view::npos || inside.starts_with("mailto:") ||
            inside.starts_with("www.")) {
            m_line.text += inside;
        } else if (inside == "sup") {
            const auto close = m_rest.find("</sup>");
            const auto content = close == std::string_view::npos
                                     ? std::string_view{}
                                     : m_rest.substr(end + 1, close - end - 1);
            if (all_digits(text::trim(content)) || content == "*") return mark(close + 6);
        } else if (inside.starts_with("br")) {
            m_line.text += ' ';
        } else if (!is_known_tag(inside)) {
            return keep(1);
        }
        m_rest.remove_prefix(end + 1);
    }

    static bool is_known_tag(std::string_view inside)
    {
        static constexpr std::array<std::string_view, 12> tags{
            "sup", "sub", "b", "i", "u", "em", "strong", "span", "div", "p", "center", "small"};
        if (inside.starts_with('/')) inside.remove_prefix(1);
        return std::ranges::find(tags, inside.substr(0, inside.find(' '))) != tags.end();
    }

    /// "[1]", "[^1]" are footnote marks; other brackets are text.
    void bracket()
    {
        const auto end = m_rest.find(']');
        if (end > 4) return keep(1);  // also where none stands
        auto inside = m_rest.substr(1, end - 1);
        if (inside.starts_with('^')) inside.remove_prefix(1);
        if (!all_digits(inside)) return keep(1);
        mark(end + 1);
        if (m_rest.starts_with(':')) m_rest.remove_prefix(1);
    }

    void keep(std::size_t count)
    {
        m_line.text += m_rest.substr(0, count);
        m_rest.remove_prefix(count);
    }

    void mark(std::size_t count)
    {
        if (text::trim(m_line.text).empty()) {
            m_line.kind = CleanLine::Kind::footnote;
        } else {
            m_line.note_marks.push_back(static_cast<std::uint32_t>(m_line.text.size()));
        }
        m_rest.remove_prefix(std::min(count, m_rest.size()));
    }

    CleanLine finish()
    {
        squeeze();
        if (m_line.text.find('\t') != std::string::npos) {
            m_line.kind = CleanLine::Kind::table_row;
            m_line.heading = false;
        } else if (m_line.text.empty()) {
            m_line.kind = CleanLine::Kind::blank;
        } else if (m_line.text.starts_with("![") || m_line.text == "---" || m_line.text == "___") {
            m_line.kind = CleanLine::Kind::artefact;
        }
        return std::move(m_line);
    }

    /// Runs of blanks become one; note marks move with the text.
    void squeeze()
    {
        std::string out;
        auto mark = m_line.note_marks.begin();
        bool tabs = false;
        for (std::size_t at = 0; at <= m_line.text.size(); ++at) {
            while (mark != m_line.note_marks.end() && *mark == at) {
                *mark++ = static_cast<std::uint32_t>(out.size());
            }
            if (at == m_line.text.size()) break;
            const auto c = m_line.text[at];
            if (c == '\t') {
                while (out.ends_with(' ')) out.pop_back();
                tabs = true;
                out += c;
            } else if (c != ' ' || !(out.empty() || out.ends_with(' ') || out.ends_with('\t'))) {
                out += c;
            }
        }
        while (out.ends_with(' ')) out.pop_back();
        if (tabs && out.find_first_not_of('\t') == std::string::npos) out.clear();
        for (auto& place : m_line.note_marks) {
            place = std::min(place, static_cast<std::uint32_t>(out.size()));
        }
        m_line.text = std::move(out);
    }

    std::string_view m_rest;
    CleanLine m_line{};
};

/// "| a | b |" of Markdown as cells parted by TAB; the rule under a header is an artefact.
CleanLine clean_pipe_row(std::string_view line)
{
    if (line.starts_with('|')) line.remove_prefix(1);
    if (line.ends_with('|')) line.remove_suffix(1);
    CleanLine row;
    row.kind = CleanLine::Kind::table_row;
    bool rule = true;
    bool first = true;
    for (const auto cell : text::split(line, '|')) {
        if (!first) row.text += '\t';
        first = false;
        row.text += clean_line(text::trim(cell)).text;
        rule = rule && text::trim(cell).find_first_not_of(":-") == std::string_view::npos;
    }
    if (rule) row.kind = CleanLine::Kind::artefact;
    return row;
}

/// "| a | b |", and "a | b | c" without its outer marks.
bool is_pipe_row(std::string_view line)
{
    if (line.starts_with('|'))
        return line.size() > 2 && line.find('|', 1) != std::string_view::npos;
    std::size_t marks = 0;
    constexpr auto none = std::string_view::npos;
    for (auto at = line.find(" | "); at != none; at = line.find(" | ", at + 2)) ++marks;
    return marks >= 2 || (marks == 1 && line.ends_with(" |"));
}

/// "<tr><td>1</td><td>Rà soát</td></tr>" as cells parted by TAB; tags alone are an artefact.
CleanLine clean_html_row(std::string_view line)
{
    CleanLine row;
    row.kind = CleanLine::Kind::table_row;
    bool first = true;
    for (std::size_t at = 0; at < line.size();) {
        const auto cell = std::min(line.find("<td", at), line.find("<th", at));
        const auto begin = cell == std::string_view::npos ? cell : line.find('>', cell);
        if (begin == std::string_view::npos) break;
        const auto end = std::min(line.find("</t", begin), line.size());
        if (!first) row.text += '\t';
        first = false;
        row.text += clean_line(text::trim(line.substr(begin + 1, end - begin - 1))).text;
        at = end + 1;
    }
    if (first) row.kind = CleanLine::Kind::artefact;
    return row;
}

bool is_html_row(std::string_view line)
{
    static constexpr std::string_view tags[] = {"<table", "</table", "<tr",    "</tr",
                                                "<thead", "</thead", "<tbody", "</tbody",
                                                "<td",    "<th>",    "<th "};
    return line.ends_with('>') &&
           std::ranges::any_of(tags, [&](auto tag) { return line.starts_with(tag); });
}

/// "2", "- 3 -", "Trang 4/12" alone on a line.
bool is_page_number(std::string_view text)
{
    const Words words{text};
    if (words.empty() || words.size() > 4) return false;
    std::size_t digits = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto& word = words[i];
        if (word.digits && word.folded.size() <= 3) {
            ++digits;
        } else if (word.folded != "-" && word.folded != "trang" && word.folded != "/") {
            return false;
        }
    }
    return digits == 1 || (digits == 2 && text.find('/') != std::string_view::npos);
}

bool is_text(const CleanLine& line) { return line.kind == CleanLine::Kind::text; }

/// A page number stands between blanks, at the edge of a page, or inside a sentence that goes on.
void mark_page_numbers(std::vector<CleanLine>& lines)
{
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!is_text(lines[i]) || lines[i].text.size() > 16 || !is_page_number(lines[i].text)) {
            continue;
        }
        const auto* before = i > 0 ? &lines[i - 1] : nullptr;
        const auto* after = i + 1 < lines.size() ? &lines[i + 1] : nullptr;
        const bool open = (before == nullptr || before->kind == CleanLine::Kind::blank) &&
                          (after == nullptr || after->kind == CleanLine::Kind::blank);
        const bool edge =
            lines[i].page > 0 && ((before != nullptr && before->page != lines[i].page) ||
                                  (after != nullptr && after->page != lines[i].page));
        const bool amid =
            after != nullptr && is_text(*after) && begins_with_small_letter(after->text);
        if (open || edge || amid) lines[i].kind = CleanLine::Kind::artefact;
    }
}

/// The rest of a wrapped cell, its row's first cells empty and its last ones cut: a line that an
/// indent begins, right below a row.
void mark_wrapped_cells(std::vector<CleanLine>& lines, const std::vector<std::string>& printed)
{
    for (std::size_t i = 1; i < lines.size(); ++i) {
        auto& line = lines[i];
        const bool indented = printed[i].starts_with('\t');
        if (!is_text(line) || !indented || lines[i - 1].kind != CleanLine::Kind::table_row)
            continue;
        const auto first = printed[i].find_first_not_of('\t');
        line.text.insert(0, std::string(first, '\t'));
        for (auto& mark : line.note_marks) mark += static_cast<std::uint32_t>(first);
        line.kind = CleanLine::Kind::table_row;
    }
}

/// Header and footer lines come back at the edge of three or more pages.
void mark_running_headers(std::vector<CleanLine>& lines)
{
    std::map<std::string, int> seen;
    const auto at_edge = [&](std::size_t i) {
        if (lines[i].page == 0 || !is_text(lines[i]) || lines[i].text.size() > 120) return false;
        return i == 0 || i + 1 == lines.size() || lines[i - 1].page != lines[i].page ||
               lines[i + 1].page != lines[i].page;
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (at_edge(i)) ++seen[text::fold(lines[i].text)];
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (at_edge(i) && seen[text::fold(lines[i].text)] >= 3) {
            lines[i].kind = CleanLine::Kind::artefact;
        }
    }
}

/// The number glued to the end of a word ("hành chính1"), as superscripts come out of a PDF.
struct GluedMark {
    std::size_t at{};
    int number{};
};
std::vector<GluedMark> glued_marks(std::string_view text)
{
    std::vector<GluedMark> found;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (!is_digit(text[i]) || is_digit(text[i - 1])) continue;
        auto end = i;
        while (end < text.size() && is_digit(text[end])) ++end;
        const auto before = text[i - 1];
        const bool after_word = (before >= 'a' && before <= 'z') || before == '"' ||
                                before == ')' || static_cast<unsigned char>(before) >= 0x80;
        const bool ends = end == text.size() || text[end] == ' ' || text[end] == '.' ||
                          text[end] == ',' || text[end] == ';' || text[end] == ')' ||
                          text[end] == ':';
        const auto number = small_number(text.substr(i, end - i));
        if (after_word && ends && end - i <= 2 && number) found.push_back({i, *number});
    }
    return found;
}

/// Footnotes of a PDF without superscripts: the line "1 Nghị định số …" belongs to a mark glued to
/// an earlier word. Both are needed, so that "1 video" in a table that fell apart stays text.
void mark_bare_footnotes(std::vector<CleanLine>& lines)
{
    std::map<int, std::pair<std::size_t, std::size_t>> open;  // number → line, byte
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto& line = lines[i];
        if (!is_text(line)) continue;
        const auto blank = line.text.find(' ');
        if (blank <= 2 && all_digits(line.text.substr(0, blank)) &&
            begins_with_capital(std::string_view{line.text}.substr(blank + 1))) {
            const auto mark = open.find(small_number(line.text.substr(0, blank)).value_or(0));
            if (mark != open.end()) {
                auto& [where, byte] = mark->second;
                lines[where].text.erase(byte, blank);
                lines[where].note_marks.push_back(static_cast<std::uint32_t>(byte));
                line.text.erase(0, blank + 1);
                line.kind = CleanLine::Kind::footnote;
                open.erase(mark);
                continue;
            }
        }
        for (const auto& mark : glued_marks(line.text)) open[mark.number] = {i, mark.at};
    }
}

}  // namespace

CleanLine clean_line(std::string_view line)
{
    return LineCleaner{line.substr(0, limits::line_bytes_max)}.run();
}

std::vector<CleanLine> clean(const document::SourceText& source)
{
    std::vector<CleanLine> lines;
    const auto count = std::min(source.lines.size(), limits::lines_max);
    lines.reserve(count);
    std::vector<std::string_view> printed;
    printed.reserve(count);
    for (std::size_t i = 0; i < count; ++i) printed.emplace_back(source.lines[i].text);
    const auto parted = part_columns(printed);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& line = source.lines[i];
        const auto trimmed = text::trim(parted[i]);
        const bool pipes = is_pipe_row(trimmed);
        if (is_html_row(trimmed)) {
            lines.push_back(clean_html_row(trimmed.substr(0, limits::line_bytes_max)));
            lines.back().page = line.place.page;
            continue;
        }
        lines.push_back(pipes ? clean_pipe_row(trimmed.substr(0, limits::line_bytes_max))
                              : clean_line(parted[i]));
        lines.back().page = line.place.page;
    }
    mark_wrapped_cells(lines, parted);
    mark_running_headers(lines);
    mark_page_numbers(lines);
    mark_bare_footnotes(lines);
    return lines;
}

}  // namespace caicach::plan::importer
