#include "plan/importer/recipients.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

#include "plan/importer/lexicon.hpp"
#include "plan/importer/marker.hpp"
#include "plan/importer/words.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

/// What stands in brackets says what the copy is for, or how it goes out: "b/c", "để p/h", "VBĐT,
/// b/c". A number of copies, and who keeps them, belong to the recipient.
bool is_dispatch(std::string_view inside)
{
    constexpr std::size_t longest = 40;
    const Words words{inside};
    if (inside.size() > longest || words.empty()) return false;
    for (const auto* mark :
         {"b / c",    "b / cao",  "bc",           "bao cao",   "d / b",       "de biet",
          "p / h",    "phoi hop", "t / h",        "thuc hien", "d / t",       "d / d",
          "dang tai", "dua tin",  "theo doi",     "vbdt",      "ban dien tu", "van ban dien tu",
          "e office", "eoffice",  "email",        "qua",       "gui qua",     "k / t",
          "kiem tra", "chi dao",  "tuyen truyen", "cong bo",   "niem yet",    "c / d",
          "l / c"}) {
        for (std::size_t at = 0; at < words.size() && at < 2; ++at) {
            if (words.match(at, mark) != 0) return at == 0 || words.is(0, "de");
        }
    }
    return words.is(0, "de") && words.size() > 1;
}

/// "(VIC)", "(TDVP)": one word in capitals behind a recipient.
bool is_capital_mark(std::string_view inside)
{
    constexpr std::size_t longest = 6;
    return inside.size() > 1 && inside.size() <= longest && is_upper_case(inside) &&
           Words{inside}.size() == 1;
}

/// A mark in capitals that stands behind several recipients is none of their names: "(VIC)".
void part_repeated_marks(std::vector<Recipient>& recipients)
{
    const auto mark_of = [](const Recipient& recipient) -> std::string_view {
        const std::string_view name = recipient.name;
        const auto open = name.rfind(" (");
        if (open == std::string_view::npos || !name.ends_with(')')) return {};
        const auto inside = name.substr(open + 2, name.size() - open - 3);
        return is_capital_mark(inside) ? inside : std::string_view{};
    };
    std::map<std::string, int> seen;
    for (const auto& recipient : recipients) ++seen[std::string{mark_of(recipient)}];
    for (auto& recipient : recipients) {
        const std::string mark{mark_of(recipient)};
        if (mark.empty() || seen[mark] < 2) continue;
        recipient.name.resize(recipient.name.size() - mark.size() - std::string_view{" ()"}.size());
        recipient.mark.insert(0, mark + (recipient.mark.empty() ? "" : "; "));
    }
}

/// Without trailing stops; the notes of dispatch apart: "(b/c)", "(để b/c)", "(VBĐT)".
Recipient recipient(std::string_view text)
{
    Recipient found;
    text = text::trim(text);
    for (bool again = true; again && !text.empty();) {
        again = false;
        for (const auto* mark : {";", ".", ",", "./"}) {
            if (text.ends_with(mark)) {
                text.remove_suffix(std::string_view{mark}.size());
                again = true;
            }
        }
        if (text.ends_with(')')) {
            const auto open = text.rfind('(');
            if (open != std::string_view::npos && open > 0 && text[open - 1] == ' ' &&
                is_dispatch(text.substr(open + 1, text.size() - open - 2))) {
                const auto note = text.substr(open + 1, text.size() - open - 2);
                found.mark.insert(0, std::string{note} + (found.mark.empty() ? "" : "; "));
                text = text.substr(0, open);
                again = true;
            }
        }
        text = text::trim(text);
    }
    found.name = text;
    return found;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> other_posts{{
    {"pho truong phong", "Phó Trưởng phòng"},
    {"truong phong", "Trưởng phòng"},
    {"pho truong ban", "Phó Trưởng ban"},
    {"truong ban", "Trưởng ban"},
    {"chanh van phong", "Chánh Văn phòng"},
    {"chanh thanh tra", "Chánh Thanh tra"},
    {"cuc truong", "Cục trưởng"},
    {"hieu truong", "Hiệu trưởng"},
}};

/// "CHỦ TỊCH", "PHÓ GIÁM ĐỐC" in a line of the signature; empty where none stands.
std::string_view post_in(const Words& words)
{
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words.match(at, "pho chu tich") != 0) return "Phó Chủ tịch";
        // "KT. CHỦ TỊCH": for the chairman
        if (words.match(at, "chu tich") != 0 && !words.is(0, "kt")) return "Chủ tịch";
        if (words.match(at, "giam doc") == 0) continue;
        return at > 0 && words.is(at - 1, "pho") ? "Phó Giám đốc" : "Giám đốc";
    }
    for (const auto& [folded, title] : other_posts) {
        if (words.match(0, folded) != 0) return title;
    }
    return {};
}

class ClosingReader
{
public:
    ClosingReader(const std::vector<Paragraph>& paragraphs, const Parts& parts)
        : m_paragraphs{paragraphs}, m_parts{parts}
    {
    }

    Closing run()
    {
        for (std::size_t i = 0; i < m_paragraphs.size(); ++i) {
            const auto& paragraph = m_paragraphs[i];
            if (m_parts.of[i].part != Part::tail) {
                if (m_state != State::before && !m_closing.recipients.empty() &&
                    m_parts.of[i].part != Part::footnote) {
                    m_state = State::done;
                }
                continue;
            }
            if (paragraph.kind == Paragraph::Kind::footnote) continue;
            for (const auto cell : text::split(paragraph.text, '\t')) line(text::trim(cell));
        }
        part_repeated_marks(m_closing.recipients);
        return std::move(m_closing);
    }

private:
    enum class State { before, recipients, signature, done };

    void line(std::string_view text)
    {
        if (text.empty() || m_state == State::done) return;
        const auto landmark = landmark_of(text);
        if (landmark == Landmark::recipients) {
            m_state = State::recipients;
            const auto colon = text.find(':');
            if (colon >= 20) return;  // also where none stands
            // "Nơi nhận: Như trên; Lưu: VT." all in one line.
            for (const auto part : text::split(text.substr(colon + 1), ';')) {
                m_in_line = true;
                list(text::trim(part));
            }
            m_in_line = false;
            return;
        }
        if (landmark == Landmark::motto || landmark == Landmark::letterhead) {
            if (m_closing.signer) m_state = State::done;
            return;
        }
        if (landmark == Landmark::signature) return signature(text);
        if (m_state == State::recipients && (marker_of(text) || !m_ended)) return list(text);
        name(text);
    }

    /// One recipient, or several in one cell: "- Bộ Nội vụ; - UBND tỉnh; …".
    void list(std::string_view text)
    {
        for (;;) {
            const auto end = text.find("; -");
            entry(text.substr(0, end));
            if (end == std::string_view::npos) return;
            text.remove_prefix(end + 2);
        }
    }

    void entry(std::string_view text)
    {
        text = text::trim(text);
        if (text.ends_with(':')) return;  // "Gửi bản điện tử:" says how, not to whom
        const auto marker = marker_of(text);
        if (marker && marker->bullet()) text.remove_prefix(marker->length);
        auto found = recipient(text);
        if (found.name.empty()) return;
        const bool goes_on = !marker && !m_in_line && !m_closing.recipients.empty();
        if (goes_on && begins_with_small_letter(found.name)) {
            m_closing.recipients.back().name += " " + found.name;
            m_closing.recipients.back().mark = std::move(found.mark);
        } else if (goes_on) {
            return;  // a line of the signature beside the list
        } else {
            m_closing.recipients.push_back(std::move(found));
        }
        // "Lưu: VT, …" is the last of the list (Nghị định 30/2020/NĐ-CP, Phụ lục I).
        m_ended = text::fold(m_closing.recipients.back().name).starts_with("luu");
    }

    void signature(std::string_view text)
    {
        m_ended = true;
        const auto post = post_in(Words{text});
        if (post.empty()) return;
        if (!m_closing.signer) m_closing.signer = Signer{};
        if (m_closing.signer->name.empty()) m_closing.signer->title = post;
    }

    /// "Trương Thanh Tùng": two to five words, each with a capital.
    void name(std::string_view text)
    {
        if (!m_closing.signer || !m_closing.signer->name.empty()) return;
        const Words words{text};
        // "TUQ. CHỦ TỊCH" / "GIÁM ĐỐC SỞ …": the second line is the post of who signs.
        const bool post = words.match(0, "giam doc") != 0 || words.match(0, "pho giam doc") != 0;
        if (post && is_upper_case(text)) return signature(text);
        // "TRƯỞNG BAN" / "CHỦ TỊCH UBND TỈNH": the second line is who he is besides.
        if (words.match(0, "chu tich") != 0 || words.match(0, "pho chu tich") != 0) return;
        if (words.size() < 2 || words.size() > 5) return;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (!words[i].letters || !words[i].capital || words[i].digits) return;
        }
        m_closing.signer->name = text;
    }

    const std::vector<Paragraph>& m_paragraphs;
    const Parts& m_parts;
    Closing m_closing{};
    State m_state{State::before};
    bool m_ended{};
    bool m_in_line{};  ///< the recipients stand behind "Nơi nhận:" itself
};

}  // namespace

Closing closing_of(const std::vector<Paragraph>& paragraphs, const Parts& parts)
{
    return ClosingReader{paragraphs, parts}.run();
}

}  // namespace caicach::plan::importer

namespace caicach::plan
{

Recipient recipient_from(std::string_view printed) { return importer::recipient(printed); }

}  // namespace caicach::plan
