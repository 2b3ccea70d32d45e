#include "plan/importer/document_fields.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "plan/importer/dates.hpp"
#include "plan/importer/letterhead.hpp"
#include "plan/importer/lexicon.hpp"
#include "plan/importer/marker.hpp"
#include "plan/importer/recipients.hpp"
#include "plan/importer/references.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

class Reader
{
public:
    Reader(const std::vector<Paragraph>& paragraphs, const Parts& parts, const Gazetteer& gazetteer)
        : m_paragraphs{paragraphs}, m_parts{parts}, m_gazetteer{gazetteer}
    {
    }

    DocumentFields run()
    {
        title();
        number_and_date();
        province();
        year();
        issuer();
        auto tail = closing_of(m_paragraphs, m_parts);
        m_fields.signer = std::move(tail.signer);
        m_fields.recipients = std::move(tail.recipients);
        m_fields.references =
            references_in(m_paragraphs, m_fields.number,
                          m_plan_title.empty() ? m_fields.title : m_plan_title, m_gazetteer);
        const auto folded = text::fold(m_fields.title + " " + m_plan_title);
        static constexpr std::string_view telling[] = {"tuyen truyen", "truyen thong", "tim hieu",
                                                       "cuoc thi",     "hoi thi",      "quang ba"};
        const bool communication = std::ranges::any_of(
            telling, [&](std::string_view word) { return folded.find(word) != std::string::npos; });
        m_fields.subject = communication ? "communication" : "reform";
        return std::move(m_fields);
    }

private:
    template <class Visit>
    void each(Part part, Visit visit) const
    {
        for (std::size_t i = 0; i < m_paragraphs.size(); ++i) {
            if (m_parts.of[i].part == part) visit(m_paragraphs[i], m_parts.of[i]);
        }
    }

    void title()
    {
        bool decision = false;
        each(Part::title, [&](const Paragraph& paragraph, const PartOf& part) {
            decision = decision || part.decision;
            const auto landmark = landmark_of(paragraph.text);
            if (landmark || paragraph.text.starts_with('-') || paragraph.text.starts_with('_'))
                return;
            auto& title = part.decision ? m_fields.title : m_plan_title;
            if (!title.empty()) title += ' ';
            title += paragraph.text;
        });
        m_fields.kind = decision ? "quyết định" : "kế hoạch";
        if (m_fields.title.empty()) m_fields.title = m_plan_title;
    }

    /// "Số: 02/KH-UBND" and "…, ngày 03 tháng 01 năm 2020", in the head or, where the head has
    /// blanks, in what an annex says of its document.
    void number_and_date()
    {
        for (std::size_t i = 0; i < m_paragraphs.size(); ++i) {
            const auto part = m_parts.of[i].part;
            const auto& text = m_paragraphs[i].text;
            const bool head = part == Part::head;
            const bool annex = (part == Part::annex || part == Part::tail || part == Part::title) &&
                               landmark_of(text) == Landmark::enclosed;
            if (!head && !annex) continue;
            if (head && part_has_body_before(i)) continue;
            const Words words{text};
            read_number(words, annex);
            read_date(words, annex);
        }
    }

    [[nodiscard]] bool part_has_body_before(std::size_t i) const
    {
        for (std::size_t j = 0; j < i; ++j) {
            if (m_parts.of[j].part == Part::body) return true;
        }
        return false;
    }

    void read_number(const Words& words, bool annex)
    {
        for (std::size_t at = 0; at < words.size(); ++at) {
            if (!words.is(at, "so")) continue;
            const auto begin = at + 1 + (words.is(at + 1, ":") ? 1 : 0);
            const auto end = document_number_end(words, begin);
            if (end == 0) continue;
            std::string number;
            for (auto i = begin; i < end; ++i) number += words.slice(i, i + 1);
            if (annex && !m_fields.number.empty() && m_fields.number != number && !m_from_annex) {
                m_fields.notes.push_back({"plan.note.number_differs", number});
            }
            if (m_fields.number.empty()) {
                m_fields.number = std::move(number);
                m_from_annex = annex;
            }
            return;
        }
    }

    void read_date(const Words& words, bool annex)
    {
        for (std::size_t at = 0; at < words.size(); ++at) {
            if (!words.is(at, "ngay")) continue;
            const auto date = date_at(words, at, 0);
            if (!date) continue;
            if (annex && m_fields.issued_on && *m_fields.issued_on != date->date &&
                !m_date_from_annex) {
                m_fields.notes.push_back({"plan.note.date_differs", date->date.vietnamese()});
            }
            if (!m_fields.issued_on) {
                m_fields.issued_on = date->date;
                m_date_from_annex = annex;
            }
            return;
        }
    }

    /// The province that head, title and closing name; "tỉnh X" of a name the list does not know
    /// counts too. What is named most, wins.
    void province()
    {
        std::map<std::string, int> named;
        for (std::size_t i = 0; i < m_paragraphs.size(); ++i) {
            const auto part = m_parts.of[i].part;
            int weight = 1;
            if (part == Part::head || part == Part::title) weight = 20;
            if (part == Part::preamble) weight = 5;
            count_provinces(m_paragraphs[i].text, weight, named);
        }
        int most = 0;
        for (const auto& [name, count] : named) {
            if (count > most) {
                most = count;
                m_fields.province = name;
            }
        }
    }

    void count_provinces(std::string_view text, int weight, std::map<std::string, int>& named)
    {
        const Words words{text};
        for (std::size_t at = 0; at < words.size(); ++at) {
            const bool province = words.is(at, "tinh");
            const bool city = words.match(at, "thanh pho") != 0;
            const auto begin = at + (province ? 1 : 2);
            if (!province && !city) continue;
            if (begin < words.size() && words[begin].letters) {
                count_province(words, begin, city, weight, named);
            }
        }
    }

    /// The name at `begin`, behind "tỉnh" or "thành phố".
    void count_province(const Words& words, std::size_t begin, bool city, int weight,
                        std::map<std::string, int>& named)
    {
        if (const auto hit = m_gazetteer.find_province(words, begin)) {
            // A city of that name below the province counts less than "tỉnh".
            named[hit->province->name] += city && !hit->province->city ? 0 : 3 * weight;
            return;
        }
        const auto name = unlisted_name(words, begin);
        if (name.empty()) return;
        // A city in running text is most often one below the province.
        const int in_city = weight > 1 ? weight : 0;
        const bool name_like = name.size() > 3 && text::fold(name) != "uy";
        if (name_like) named[name] += city ? in_city : 2 * weight;
        if (city && weight > 1) m_cities.insert(name);
    }

    /// The name at `begin` of a province that the list does not know.
    static std::string unlisted_name(const Words& words, std::size_t begin)
    {
        constexpr std::size_t longest = 3;
        auto end = begin;
        while (end < words.size() && end < begin + longest && continues_name(words, begin, end)) {
            ++end;
        }
        auto name = std::string{words.slice(begin, end)};
        return is_upper_case(name) ? title_case(name) : name;
    }

    /// Capitals go on, in one manner: "TRƯỜNG GIANG Độc lập" ends before the motto.
    static bool continues_name(const Words& words, std::size_t begin, std::size_t at)
    {
        const auto word = words.slice(at, at + 1);
        if (!words[at].letters || !words[at].capital || words[at].digits) return false;
        const auto small = text::lower(word);
        if (small == "năm" || small == "giai") return false;
        return is_upper_case(words.slice(begin, begin + 1)) == is_upper_case(word);
    }

    /// The years of "năm 2026".
    static std::vector<int> years_in(std::string_view text)
    {
        const Words words{text};
        std::vector<int> years;
        for (std::size_t at = 0; at < words.size(); ++at) {
            const auto year = words.is(at, "nam") ? year_at(words, at + 1) : std::nullopt;
            if (year) years.push_back(*year);
        }
        return years;
    }

    void year()
    {
        for (const auto& title : {m_plan_title, m_fields.title}) {
            const auto years = years_in(title);
            if (m_fields.year == 0 && !years.empty()) m_fields.year = years.front();
        }
        if (m_fields.year != 0) return;
        std::map<int, int> named;
        for (const auto& paragraph : m_paragraphs) {
            for (const auto year : years_in(paragraph.text)) ++named[year];
        }
        if (m_fields.issued_on) named[m_fields.issued_on->year()] += 2;
        int most = 0;
        for (const auto& [year, count] : named) {
            if (count >= most) {
                most = count;
                m_fields.year = year;
            }
        }
    }

    /// Who issues: the authority above "Căn cứ", the sentence "… ban hành Kế hoạch", the
    /// letterhead.
    void issuer()
    {
        const bool chair = issued_by_chair();
        const bool city = is_city();
        const std::string place = (city ? "thành phố " : "tỉnh ") + m_fields.province;
        m_fields.issuer = issuer_below_province(m_paragraphs, m_parts, m_gazetteer, place);
        if (chair && m_fields.issuer.starts_with("Ủy ban nhân dân ")) {
            m_fields.issuer.insert(0, "Chủ tịch ");
        }
        if (!m_fields.issuer.empty() || m_fields.province.empty()) return;
        m_fields.issuer = chair ? "Chủ tịch Ủy ban nhân dân " + place : "Ủy ban nhân dân " + place;
    }

    [[nodiscard]] bool issued_by_chair() const
    {
        bool chair = false;
        bool sentence = false;
        for (std::size_t i = 0; i < m_paragraphs.size(); ++i) {
            const auto part = m_parts.of[i].part;
            if (part == Part::tail || part == Part::article) break;
            if (part == Part::body && sentence) break;
            if (part == Part::footnote) continue;
            const auto& text = m_paragraphs[i].text;
            const Words words{m_gazetteer.expand(text)};
            const bool line =
                is_upper_case(text) && words.match(0, "chu tich uy ban nhan dan") != 0;
            if (line) return true;
            sentence = sentence || tells_issuer(words, chair);
            if (part == Part::body) break;
        }
        return chair;
    }

    /// "… ban hành Kế hoạch". Citations come first: the last who issues a plan here issues this
    /// one.
    static bool tells_issuer(const Words& words, bool& chair)
    {
        for (auto at = words.size(); at-- > 0;) {
            const bool verb = words.match(at, "ban hanh ke hoach") != 0 ||
                              words.match(at, "xay dung ke hoach") != 0;
            if (verb && issues(words, at, chair)) return true;
        }
        return false;
    }

    /// The subject of "… ban hành Kế hoạch" is the nearest "Ủy ban nhân dân" before it.
    static bool issues(const Words& words, std::size_t verb, bool& chair)
    {
        constexpr std::size_t reach = 14;
        for (std::size_t back = 1; back <= reach && back <= verb; ++back) {
            const auto at = verb - back;
            if (words.match(at, "uy ban nhan dan") == 0) continue;
            chair = at >= 2 && words.match(at - 2, "chu tich") != 0;
            return true;
        }
        return false;
    }

    [[nodiscard]] bool is_city() const
    {
        const Words words{m_fields.province};
        const auto hit = m_gazetteer.find_province(words, 0);
        return hit ? hit->province->city : m_cities.contains(m_fields.province);
    }

    const std::vector<Paragraph>& m_paragraphs;
    const Parts& m_parts;
    const Gazetteer& m_gazetteer;
    DocumentFields m_fields{};
    std::string m_plan_title{};
    std::set<std::string> m_cities{};  ///< names that stand behind "thành phố" in head or title
    bool m_from_annex{};
    bool m_date_from_annex{};
};

}  // namespace

DocumentFields document_fields_of(const std::vector<Paragraph>& paragraphs, const Parts& parts,
                                  const Gazetteer& gazetteer)
{
    return Reader{paragraphs, parts, gazetteer}.run();
}

}  // namespace caicach::plan::importer
