#include "plan/importer/references.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "plan/importer/agencies.hpp"
#include "plan/importer/cited_plans.hpp"
#include "plan/importer/dates.hpp"
#include "plan/importer/law_names.hpp"
#include "plan/importer/limits.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kinds{{
    {"nghi quyet lien tich", "Nghị quyết liên tịch"},
    {"nghi quyet", "Nghị quyết"},
    {"nghi dinh", "Nghị định"},
    {"quyet dinh", "Quyết định"},
    {"chi thi", "Chỉ thị"},
    {"thong tu lien tich", "Thông tư liên tịch"},
    {"thong tu", "Thông tư"},
    {"thong bao ket luan", "Thông báo kết luận"},
    {"thong bao", "Thông báo"},
    {"ke hoach", "Kế hoạch"},
    {"cong van", "Công văn"},
    {"cong dien", "Công điện"},
    {"chuong trinh hanh dong", "Chương trình hành động"},
    {"chuong trinh", "Chương trình"},
    {"ket luan", "Kết luận"},
    {"huong dan", "Hướng dẫn"},
    {"van ban", "Văn bản"},
    {"bao cao", "Báo cáo"},
    {"to trinh", "Tờ trình"},
    {"quy dinh", "Quy định"},
    {"de an", "Đề án"},
    {"lenh", "Lệnh"},
    {"bo luat", "Bộ luật"},
    {"van ban hop nhat", "Văn bản hợp nhất"},
}};

class Citations
{
public:
    Citations(const Gazetteer& gazetteer, std::string_view own_number, std::string_view own_title)
        : m_gazetteer{gazetteer}, m_own{own_number}, m_plans{own_title}
    {
    }

    void read(const Paragraph& paragraph)
    {
        const Words words{paragraph.text};
        for (std::size_t at = 0; at < words.size() && m_found.size() < limits::references_max;) {
            auto end = numbered(words, at, paragraph);
            if (end == 0) end = law(words, at, paragraph);
            if (end == 0) end = unnumbered(words, at, paragraph);
            if (end == 0) end = plan(words, at, paragraph);
            at = end != 0 ? end : at + 1;
        }
    }

    std::vector<CitedDocument> take() { return std::move(m_found); }

private:
    /// "Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ", and further numbers
    /// behind "," and "và" of the same kind.
    std::size_t numbered(const Words& words, std::size_t at, const Paragraph& paragraph)
    {
        for (const auto& [phrase, kind] : kinds) {
            auto next = words.match(at, phrase);
            if (next == 0) continue;
            if (words.is(next, "so") || words.is(next, "lien")) ++next;
            if (words.is(next, ":")) ++next;
            next = behind_issuer(words, next);
            if (document_number_end(words, next) == 0) continue;
            return numbers_of(kind, words, at, next, paragraph);
        }
        return 0;
    }

    /// The citations of one kind whose first number stands at `next`; the word behind the last.
    std::size_t numbers_of(std::string_view kind, const Words& words, std::size_t at,
                           std::size_t next, const Paragraph& paragraph)
    {
        constexpr int most = 20;
        for (int i = 0; i < most; ++i) {
            const auto end = document_number_end(words, next);
            if (end == 0) break;
            CitedDocument reference;
            reference.kind = kind;
            reference.number = number_text(words, next, end);
            const auto behind = details(words, end, reference);
            m_plans.describe(words, behind);
            if (reference.issuer.empty()) reference.issuer = sender(words, at);
            add(std::move(reference), words, at, paragraph);
            at = next = behind;
            if (words.is(next, ",") || words.is(next, "va") || words.is(next, ";")) ++next;
            if (words.is(next, "so")) ++next;
        }
        return at;
    }

    /// "các Nghị quyết của Chính phủ: số 76/NQ-CP": whose they are may stand before the numbers.
    static std::size_t behind_issuer(const Words& words, std::size_t at)
    {
        constexpr std::size_t reach = 8;
        if (!words.is(at, "cua")) return at;
        for (auto place = at; place < words.size() && place < at + reach; ++place) {
            if (words.is(place, ":") && words.is(place + 1, "so")) return place + 2;
        }
        return at;
    }

    static std::string number_text(const Words& words, std::size_t from, std::size_t to)
    {
        std::string number;
        for (auto at = from; at < to; ++at) number += words.slice(at, at + 1);
        return number;
    }

    /// Date and issuer behind a number; the answer is the word behind them.
    std::size_t details(const Words& words, std::size_t at, CitedDocument& reference)
    {
        auto next = at;
        if (words.is(next, ",") || words.is(next, "(")) ++next;
        if (words.is(next, "ngay")) {
            if (const auto date = date_at(words, next, 0)) {
                reference.date = date->date;
                at = date->end;
            }
        }
        if (words.is(at, "cua")) {
            const auto expanded = m_gazetteer.expand(words.slice(at + 1, words.size()));
            const Words rest{std::string_view{expanded}.substr(0, 200)};
            const auto list = agencies_at(rest, 0, m_gazetteer, Reading::sentence);
            if (!list.empty()) {
                // "Chủ tịch Ủy ban nhân dân" issues in the post's own name.
                const bool chair = rest.match(0, "chu tich uy ban") != 0;
                reference.issuer = (chair ? "Chủ tịch " : "") + list.names.front().name;
            }
        }
        return at;
    }

    /// "… của Sở Nội vụ tại Tờ trình số 12/TTr-SNV": who sent it stands before.
    [[nodiscard]] std::string sender(const Words& words, std::size_t at) const
    {
        constexpr std::size_t reach = 16;
        if (at < 2 || !words.is(at - 1, "tai")) return {};
        const auto begin = at > reach ? at - reach : 0;
        const Words before{m_gazetteer.expand(words.slice(begin, at - 1))};
        for (std::size_t place = 0; place < before.size(); ++place) {
            const auto list = agencies_at(before, place, m_gazetteer, Reading::sentence);
            if (!list.empty() && list.end == before.size()) return list.names.back().name;
        }
        return {};
    }

    /// "thực hiện Kế hoạch cải cách hành chính năm 2019": a plan by its name.
    std::size_t plan(const Words& words, std::size_t at, const Paragraph& paragraph)
    {
        const auto end = m_plans.name_end(words, at);
        if (end == 0) return 0;
        for (const auto mark : paragraph.note_marks) {
            if (mark > words[at].begin && mark <= words[end - 1].end + 1) return end;
        }
        CitedDocument reference;
        reference.kind = "Kế hoạch";
        reference.name = words.slice(at, end);
        add(std::move(reference), words, at, paragraph);
        return end;
    }

    std::size_t law(const Words& words, std::size_t at, const Paragraph& paragraph)
    {
        if (words.is(at, "hien") && words.is(at + 1, "phap") && words[at].capital) {
            auto end = at + 2;
            if (words.is(end, "nam") && year_at(words, end + 1)) end += 2;
            CitedDocument reference;
            reference.kind = "Hiến pháp";
            reference.name = words.slice(at, end);
            add(std::move(reference), words, at, paragraph);
            return end;
        }
        const bool ordinance = words.match(at, "phap lenh") != 0;
        if (!(words.is(at, "luat") || ordinance) || !words[at].capital || at + 1 >= words.size()) {
            return 0;
        }
        const auto name_begin = at + (ordinance ? 2 : 1);
        if (name_begin >= words.size()) return 0;
        const bool named = words[name_begin].capital || words.match(name_begin, "sua doi") != 0;
        // "Luật sư", "Luật gia": people and not laws.
        if (!named || words.is(name_begin, "su") || words.is(name_begin, "gia")) return 0;
        const auto end = law_name_end(words, at);
        if (end <= at + 1) return 0;
        CitedDocument reference;
        reference.kind = ordinance ? "Pháp lệnh" : "Luật";
        reference.name = words.slice(at, end);
        auto behind = end;
        if (words.is(end, "so")) {
            const auto number = document_number_end(words, end + 1);
            if (number != 0) {
                reference.number = number_text(words, end + 1, number);
                behind = number;
            }
        }
        behind = details(words, behind, reference);
        add(std::move(reference), words, at, paragraph);
        return behind;
    }

    /// "Quyết định ban hành kế hoạch CCHC năm 2020": cited by what it does. One that a footnote
    /// explains has its number there.
    std::size_t unnumbered(const Words& words, std::size_t at, const Paragraph& paragraph)
    {
        const auto next = words.match(at, "quyet dinh");
        if (next == 0 || !words[at].capital || words[next - 1].capital) return 0;
        if (words.match(next, "ban hanh ke hoach") == 0 &&
            words.match(next, "phe duyet de an") == 0 &&
            words.match(next, "phe duyet ke hoach") == 0 &&
            words.match(next, "ban hanh chuong trinh") == 0) {
            return 0;
        }
        auto end = next;
        while (end < words.size() && (words[end].letters || words.is(end, "-"))) {
            if (words.is(end, "so") && end + 1 < words.size() && words[end + 1].digits) return 0;
            ++end;
        }
        const auto from = words[at].begin;
        const auto to = words[end - 1].end;
        for (const auto mark : paragraph.note_marks) {
            if (mark > from && mark <= to + 1) return end;
        }
        if (words.match(end >= 2 ? end - 2 : 0, "ke hoach") != 0) return end;
        if (m_plans.was_described(words, next + 2, end)) return end;
        CitedDocument reference;
        reference.kind = "Quyết định";
        reference.name = words.slice(at, end);
        add(std::move(reference), words, at, paragraph);
        return end;
    }

    void add(CitedDocument reference, const Words& words, std::size_t at,
             const Paragraph& paragraph)
    {
        if (!reference.number.empty() && text::fold(reference.number) == text::fold(m_own)) return;
        const auto key = text::fold(reference.kind) + '|' +
                         text::fold(reference.number.empty() ? reference.name : reference.number);
        if (!m_keys.insert(key).second) return;
        const auto byte = words[std::min(at, words.size() - 1)].begin;
        for (const auto& piece : paragraph.pieces) {
            if (piece.offset <= byte) reference.line = piece.line + 1;
        }
        m_found.push_back(std::move(reference));
    }

    const Gazetteer& m_gazetteer;
    std::string_view m_own;
    CitedPlans m_plans;
    std::vector<CitedDocument> m_found{};
    std::set<std::string> m_keys{};
};

bool is_number_part(const Words& words, std::size_t at)
{
    return at < words.size() && words[at].letters && words[at].folded.size() <= 10 &&
           (words[at].digits || words[at].capital || is_upper_case(words.slice(at, at + 1)));
}

}  // namespace

std::size_t document_number_end(const Words& words, std::size_t at)
{
    if (at >= words.size() || !words[at].letters || words[at].folded.size() > 6) return 0;
    const auto first = words[at].folded[0];
    if (first < '0' || first > '9') return 0;
    auto end = at + 1;
    bool symbol = false;
    for (int i = 0; i < 8; ++i) {
        if (!(words.is(end, "/") || words.is(end, "-")) || !is_number_part(words, end + 1)) break;
        // The first "/" may have lost its place; behind it a number is written together.
        if (i > 0 && !words.glued(end - 1)) break;
        if (!words.glued(end) && words.is(end, "-")) break;
        if (!words[end + 1].digits) symbol = true;
        end += 2;
    }
    return symbol ? end : 0;
}

std::vector<CitedDocument> references_in(const std::vector<Paragraph>& paragraphs,
                                         std::string_view own_number, std::string_view own_title,
                                         const Gazetteer& gazetteer)
{
    Citations citations{gazetteer, own_number, own_title};
    for (const auto& paragraph : paragraphs) citations.read(paragraph);
    return citations.take();
}

}  // namespace caicach::plan::importer
