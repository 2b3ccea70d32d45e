#include "plan/importer/agencies.hpp"

#include <algorithm>
#include <optional>

#include "plan/importer/levels.hpp"
#include "plan/importer/lexicon.hpp"
#include "plan/importer/limits.hpp"
#include "plan/importer/open_names.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

constexpr std::string_view people_committee = "Ủy ban nhân dân";
constexpr std::string_view level_tail = " tỉnh";

class ListReader
{
public:
    ListReader(const Words& words, const Gazetteer& gazetteer, Reading reading)
        : m_words{words},
          m_gazetteer{gazetteer},
          m_reading{reading},
          m_all_capitals{words.all_capitals()}
    {
    }

    AgencyList read(std::size_t at)
    {
        AgencyList list;
        list.end = at;
        while (at < m_words.size() && m_names.size() < limits::agencies_in_list_max) {
            const auto next = one(at);
            if (next == 0) break;
            list.end = next;
            at = separator(next);
            if (at == next) break;
        }
        spread_level();
        join_departments();
        for (auto& name : m_names) merge(list.names, {std::move(name.agency)});
        return list;
    }

private:
    struct Found {
        AgencyName agency{};
        bool takes_level{};  ///< a name of each level that did not say which
    };

    [[nodiscard]] std::size_t separator(std::size_t at) const
    {
        const auto begin = at;
        while (m_words.is(at, ",") || m_words.is(at, ";") || m_words.is(at, "/") ||
               (m_reading == Reading::value &&
                (m_words.is(at, "-") || m_words.is(at, "+") || m_words.is(at, "."))) ||
               (m_reading == Reading::value && m_words.is(at, ":"))) {
            ++at;
        }
        for (const auto* word : {"va", "cung voi", "cung", "hoac", "voi"}) {
            if (const auto end = m_words.match(at, word)) {
                at = end;
                break;
            }
        }
        if (at != begin && m_words.is(at, ",")) ++at;
        return at;
    }

    /// Reads one agency at `at` and answers the word behind it, 0 where there is none.
    std::size_t one(std::size_t at)
    {
        // "Đề nghị Ủy ban Mặt trận Tổ quốc": asked, not assigned; the agency is the same.
        if (m_reading == Reading::value) at = std::max(at, m_words.match(at, "de nghi"));
        const auto post = at;
        at = skip_person(at);
        if (const auto end = at > post ? bare_head_end(m_words, at) : 0) {
            push(m_words.is(at, "so") ? "Các sở" : "Các cơ quan", true);
            return end;
        }
        if (const auto end = committee(at)) return end;
        if (const auto end = split_collective(at)) return end;
        if (const auto end = headed_list(at)) return end;
        if (const auto end = known(at, false)) return end;
        if (const auto end = bare(at)) return end;
        if (const auto end = spoken_of_level(at)) return end;
        if (m_reading == Reading::value) {
            if (const auto end = known(at, true)) return end;
        }
        return open_name(at);
    }

    /// "Thủ trưởng các sở", "Giám đốc Sở Nội vụ", "Chủ tịch UBND" are the agency itself.
    std::size_t skip_person(std::size_t at)
    {
        for (int i = 0; i < 3; ++i) {
            const auto hit = m_gazetteer.find(m_words, at);
            if (!hit || hit->agency->kind != AgencyKind::person) break;
            // "Trường Đại học" is no "Trưởng".
            if (m_words.is(at, "truong") && text::lower(m_words.slice(at, at + 1)) != "trưởng") {
                break;
            }
            at = hit->end;
            // "Chủ tịch, các Phó Chủ tịch UBND tỉnh"
            if ((m_words.is(at, ",") || m_words.is(at, "va")) && at + 1 < m_words.size()) {
                auto next = at + 1;
                if (m_words.is(next, "cac")) ++next;
                const auto another = m_gazetteer.find(m_words, next);
                if (another && another->agency->kind == AgencyKind::person) at = next;
            }
        }
        return at;
    }

    /// "Ủy ban nhân dân" with its level or place.
    std::size_t committee(std::size_t at)
    {
        auto end = m_words.match(at, "uy ban nhan dan");
        if (end == 0 && m_words.is(at, "cac")) end = m_words.match(at + 1, "uy ban nhan dan");
        if (end == 0) return 0;
        if (const auto level = level_at(m_words, end); level && level->level != Level::province) {
            push(std::string{people_committee} + " " + level_name(level->level), true);
            return level->end;
        }
        if (m_words.match(end, "cac cap") != 0) {
            push(std::string{people_committee} + " các cấp", true);
            return end + 2;
        }
        return place_of_committee(end);
    }

    std::size_t place_of_committee(std::size_t end)
    {
        if (m_words.is(end, "tinh")) {
            push("Ủy ban nhân dân tỉnh", true);
            return skip_province(end + 1);
        }
        if (m_words.match(end, "cap tinh") != 0) {
            push("Ủy ban nhân dân tỉnh", true);
            return end + 2;
        }
        if (const auto unit = unit_at(m_words, end)) {
            const auto name_end = proper_name_end(m_words, unit->end);
            if (name_end == unit->end && m_words.match(end, "thanh pho") != 0) {
                push("Ủy ban nhân dân thành phố", true);
                return unit->end;
            }
            push(std::string{people_committee} + " " + std::string{m_words.slice(end, name_end)},
                 true);
            return name_end;
        }
        push(std::string{people_committee}, true);
        return end;
    }

    [[nodiscard]] std::size_t skip_province(std::size_t at) const
    {
        return importer::skip_province(m_words, m_gazetteer, at);
    }

    /// "Các sở, ngành, đơn vị, địa phương" names four collectives, not one.
    std::size_t split_collective(std::size_t at)
    {
        auto next = at;
        if (m_words.is(next, "cac")) ++next;
        auto end = m_words.match(next, "so , nganh , don vi , dia phuong");
        if (end == 0) return 0;
        for (const auto* name : {"Các sở", "Các ngành", "Các đơn vị", "Các địa phương"}) {
            push(name, true);
        }
        return end;
    }

    std::size_t known(std::size_t at, bool forgiving)
    {
        const auto hit = m_gazetteer.find(m_words, at, forgiving);
        if (!hit || hit->agency->kind == AgencyKind::person) return 0;
        const auto& agency = *hit->agency;
        auto end = hit->end;
        // "đài phát thanh", "báo cáo" in running text are words; names have a capital.
        if (m_reading == Reading::sentence && agency.kind != AgencyKind::group &&
            !has_capital(m_words, at, end)) {
            return 0;
        }
        switch (agency.kind) {
            case AgencyKind::named:
                return named(at, end, agency);
            case AgencyKind::leveled:
                return leveled(end, agency);
            case AgencyKind::department:
                m_department = true;
                break;
            case AgencyKind::group:
                // In a sentence "doanh nghiệp", "đơn vị" without "các" are words, not agencies.
                if (m_reading == Reading::sentence && end == at + 1) return 0;
                break;
            default:
                break;
        }
        if (agency.kind == AgencyKind::group) {
            push(agency.canonical, true);
            return group_tail(end);
        }
        if (const auto tail = m_words.match(end, "cung cap");
            tail && agency.canonical.ends_with(" tỉnh")) {
            // "… cùng cấp": of the level that was spoken of, not of the province.
            push(agency.canonical.substr(0, agency.canonical.size() - level_tail.size()) +
                     " cùng cấp",
                 true);
            return tail;
        }
        if (const auto lower = below_province(agency.canonical, end)) return lower;
        if (const auto zones = zones_end(m_words, end)) {
            push(with_capital(m_words.slice(at, zones)), true);
            return zones;
        }
        if (const auto proper = proper_to_province(agency, end)) return proper;
        push(of_city(agency.canonical, end) ? with_city(agency.canonical) : agency.canonical, true);
        const auto owner = skip_owner(end);
        // "Đài Phát thanh và Truyền hình X" of a province that the list does not know.
        return owner == end && agency.kind == AgencyKind::provincial ? skip_province(end) : owner;
    }

    /// "Ủy ban Mặt trận Tổ quốc Việt Nam xã", "… cấp huyện": the body of a lower level.
    std::size_t below_province(std::string_view canonical, std::size_t end)
    {
        if (!canonical.ends_with(level_tail) || m_words.is(end - 1, "tinh")) return 0;
        const auto level = level_at(m_words, end);
        if (!level || level->level == Level::province) return 0;
        push(std::string{canonical.substr(0, canonical.size() - level_tail.size())} + " " +
                 level_called(m_words, end, *level),
             true);
        return level->end;
    }

    /// "Tỉnh đoàn X", "Báo và Phát thanh, Truyền hình X": the province stands for the name's
    /// "tỉnh". A broadcaster of old is called the same in all provinces.
    std::size_t proper_to_province(const KnownAgency& agency, std::size_t end)
    {
        const auto hit = m_gazetteer.find_province(m_words, end);
        if (!hit || agency.kind != AgencyKind::provincial || m_words.is(end - 1, "tinh") ||
            agency.canonical.starts_with("Đài ")) {
            return 0;
        }
        std::string_view name = agency.canonical;
        if (name.ends_with(level_tail)) name.remove_suffix(level_tail.size());
        push(std::string{name} + " " + hit->province->name, true);
        return hit->end;
    }

    /// "Văn phòng Ủy ban nhân dân thành phố": the body of a centrally run city.
    [[nodiscard]] bool of_city(std::string_view canonical, std::size_t end) const
    {
        return canonical.ends_with(" tỉnh") &&
               (m_words.match(end, "thanh pho") != 0 || m_words.match(end - 2, "thanh pho") != 0);
    }
    static std::string with_city(std::string name)
    {
        name.resize(name.size() - std::string_view{"tỉnh"}.size());
        return name + "thành phố";
    }

    /// "… tỉnh X", "… tỉnh", "… thành phố" behind a body of the province.
    [[nodiscard]] std::size_t skip_owner(std::size_t at) const
    {
        if (m_words.is(at, "tinh")) return skip_province(at + 1);
        if (m_words.match(at, "thanh pho") != 0) return skip_province(at + 2);
        if (const auto hit = m_gazetteer.find_province(m_words, at)) return hit->end;
        return at;
    }

    /// "các đoàn thể xã", "các tổ chức chính trị - xã hội cấp xã": the level belongs to the name.
    std::size_t group_tail(std::size_t at)
    {
        const bool called = m_words.is(at, "cap");
        const auto unit = unit_at(m_words, at + (called ? 1 : 0));
        const bool named = unit && unit->end < m_words.size() && m_words[unit->end].capital;
        const bool listed = unit && (m_words.is(unit->end, ",") || m_words.is(unit->end, "-"));
        if (!unit || named || (listed && unit_at(m_words, unit->end + 1))) {
            return group_tail_end(m_words, m_gazetteer, at);
        }
        m_names.back().agency.name += " " + std::string{m_words.slice(at, unit->end)};
        return unit->end;
    }

    std::size_t named(std::size_t begin, std::size_t end, const KnownAgency& agency)
    {
        std::string name = agency.canonical;
        auto at = end;
        for (const auto* unit : {"tinh", "thanh pho", "khu vuc"}) {
            if (const auto after = m_words.match(at, unit)) {
                name += " ";
                name += m_words.slice(at, after);
                at = after;
                break;
            }
        }
        if (const auto hit = m_gazetteer.find_province(m_words, at)) {
            name += " " + hit->province->name;
            at = hit->end;
        } else {
            auto name_end = proper_name_end(m_words, at);
            if (name_end == at && at < m_words.size() &&
                (m_words[at].digits || roman_value(m_words.slice(at, at + 1)))) {
                ++name_end;
            }
            if (name_end > at) {
                name += " ";
                name += m_words.slice(at, name_end);
                at = name_end;
            }
        }
        // "báo" in running text is a word; only "Báo X" and "Báo tỉnh" are an agency.
        if (at == end && (!m_words[begin].capital || end == begin + 1)) return 0;
        push(std::move(name), true);
        return at;
    }

    std::size_t leveled(std::size_t end, const KnownAgency& agency)
    {
        if (const auto level = level_at(m_words, end)) {
            push(agency.canonical + " " + level_called(m_words, end, *level), true);
            m_leveled = agency.canonical;
            return level->end;
        }
        if (m_words.is(end, "tinh")) {
            push(agency.canonical + " tỉnh", true);
            return skip_province(end + 1);
        }
        if (const auto all = m_words.match(end, "cac cap")) {
            push(agency.canonical + " các cấp", true);
            return all;
        }
        push(agency.canonical, true);
        m_names.back().takes_level = true;
        return end;
    }

    /// "Các sở: Tài chính, Xây dựng", "Các trường: Đại học X, …": the head word stands once before
    /// all.
    std::size_t headed_list(std::size_t at)
    {
        if (!m_words.is(at, "cac")) return 0;
        const auto next = at + 2 + (m_words.is(at + 2, ":") ? 1 : 0);
        if (m_words.is(at + 1, "so")) {
            const auto hit = m_gazetteer.find_bare_department(m_words, next);
            if (!hit) return 0;
            m_department = true;
            push(hit->agency->canonical, true);
            return hit->end;
        }
        if (!m_words.is(at + 1, "truong")) return 0;
        m_school = true;
        return bare_school(next);
    }

    /// "…, Công Thương" behind a department.
    std::size_t bare(std::size_t at)
    {
        if (!m_department) return bare_school(at);
        const auto hit = m_gazetteer.find_bare_department(m_words, at);
        if (!hit) return bare_school(at);
        push(hit->agency->canonical, true);
        return skip_owner(hit->end);
    }

    /// "Trường Chính trị, Đại học X": the second is a school too.
    std::size_t bare_school(std::size_t at)
    {
        const bool school =
            m_school || (!m_names.empty() && m_names.back().agency.name.starts_with("Trường"));
        if (!school || (m_words.match(at, "dai hoc") == 0 && m_words.match(at, "cao dang") == 0)) {
            return 0;
        }
        auto end = std::max(proper_name_end(m_words, at + 2), at + 2);
        while (m_school && end < m_words.size() && m_words[end].letters && !m_words.is(end, "va"))
            ++end;
        push("Trường " + with_capital(m_words.slice(at, end)), false);
        return end;
    }

    /// "…, cấp xã" behind a people's committee, and "các huyện, thành phố" alone.
    std::size_t spoken_of_level(std::size_t at)
    {
        const auto level = level_at(m_words, at);
        if (!level || level->level == Level::province) return 0;
        const bool plural = m_words.is(at, "cac") || m_words.is(at, "cap");
        const bool list = level->end > at + 2;
        if (m_names.empty() && !(m_reading == Reading::value && (plural || list))) return 0;
        // "Trung tâm … cấp tỉnh, cấp xã": the centre of the commune, not its committee.
        const bool same = m_words.is(at, "cap") && !m_leveled.empty() && !m_names.empty() &&
                          m_names.back().agency.name.starts_with(m_leveled);
        const std::string head = same ? m_leveled : std::string{people_committee};
        push(head + " " + level_name(level->level), true);
        return level->end;
    }

    /// A name that the gazetteer does not have, by its head word ("Công ty …", "Quỹ …").
    std::size_t open_name(std::size_t at)
    {
        if (at >= m_words.size() || !m_words[at].letters) return 0;
        const bool head = m_words[at].capital && is_agency_head(m_words[at].folded);
        const bool group = m_words.is(at, "cac") && m_reading == Reading::value;
        if (m_reading == Reading::sentence && (!head || m_all_capitals)) return 0;
        const auto end = m_reading == Reading::value ? value_name_end(m_words, m_gazetteer, at)
                                                     : sentence_name_end(m_words, m_gazetteer, at);
        if (end <= at + (m_reading == Reading::sentence ? 1 : 0)) return 0;
        if (!head && !group && !m_words[at].capital) return 0;
        push(name_with_level(m_words, at, end), false);
        return end;
    }

    /// "Phòng Văn hóa; Trung tâm … các huyện": a level named last applies to those before it.
    void spread_level()
    {
        if (m_names.empty()) return;
        std::string level;
        for (const auto* tail : {" cấp huyện", " cấp xã"}) {
            if (m_names.back().agency.name.ends_with(tail)) level = tail;
        }
        if (level.empty()) return;
        for (auto& found : m_names) {
            if (found.takes_level) found.agency.name += level;
        }
    }

    /// "Giám đốc các sở, Thủ trưởng các ban, ngành" is one collective, told in two breaths.
    void join_departments()
    {
        for (std::size_t i = 0; i + 1 < m_names.size(); ++i) {
            if (m_names[i].agency.name == "Các sở" &&
                m_names[i + 1].agency.name == "Các sở, ban, ngành") {
                m_names.erase(m_names.begin() + static_cast<std::ptrdiff_t>(i));
            }
        }
    }

    void push(std::string name, bool is_known)
    {
        m_names.push_back({{std::move(name), is_known}, false});
    }

    const Words& m_words;
    const Gazetteer& m_gazetteer;
    Reading m_reading;
    bool m_all_capitals;  ///< a heading: capitals tell no names apart
    std::vector<Found> m_names{};
    bool m_department{};      ///< a "Sở …" stands before: bare names are departments
    std::string m_leveled{};  ///< the last body that exists at each level
    bool m_school{};          ///< "Các trường:" stands before
};

}  // namespace

AgencyList agencies_at(const Words& words, std::size_t at, const Gazetteer& gazetteer,
                       Reading reading)
{
    return ListReader{words, gazetteer, reading}.read(at);
}

std::vector<AgencyName> agencies_in(std::string_view text, const Gazetteer& gazetteer)
{
    const Words words{gazetteer.expand(text)};
    std::vector<AgencyName> all;
    for (std::size_t at = 0; at < words.size() && all.size() < limits::agencies_in_list_max;) {
        const auto list = agencies_at(words, at, gazetteer, Reading::value);
        merge(all, list.names);
        at = list.empty() ? at + 1 : std::max(list.end, at + 1);
        // "Sở A (cơ quan thường trực)": what a body is, in brackets; a collective's are its
        // members.
        const bool one = list.names.size() == 1 && !list.names.front().name.starts_with("Các ");
        if (one && words.is(at, "(") && !list.empty()) {
            while (at < words.size() && !words.is(at, ")")) ++at;
        }
        // What could not be read is passed over up to the next mark.
        if (list.empty()) {
            while (at < words.size() && words[at].letters) ++at;
        }
    }
    return all;
}

void merge(std::vector<AgencyName>& into, const std::vector<AgencyName>& from)
{
    for (const auto& agency : from) {
        const auto same = [&](const AgencyName& other) { return other.name == agency.name; };
        if (std::ranges::none_of(into, same)) into.push_back(agency);
    }
}

}  // namespace caicach::plan::importer
