#include "plan/importer/agencies.hpp"

#include <algorithm>

#include "plan/importer/levels.hpp"
#include "plan/importer/lexicon.hpp"
#include "plan/importer/limits.hpp"
#include "plan/importer/list_reader.hpp"
#include "plan/importer/open_names.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{

static constexpr std::string_view people_committee = "Ủy ban nhân dân";

AgencyList ListReader::read(std::size_t at)
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

std::size_t ListReader::separator(std::size_t at) const
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

std::size_t ListReader::one(std::size_t at)
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

std::size_t ListReader::skip_person(std::size_t at)
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

std::size_t ListReader::committee(std::size_t at)
{
    auto end = m_words.match(at, "uy ban nhan dan");
    if (end == 0 && m_words.is(at, "cac")) end = m_words.match(at + 1, "uy ban nhan dan");
    if (end == 0) return 0;
    if (const auto level = level_at(m_words, end); level && level->level != Level::province) {
        push(std::string{people_committee} + " " + level_called(m_words, end, *level), true);
        return level->end;
    }
    if (m_words.match(end, "cac cap") != 0) {
        push(std::string{people_committee} + " các cấp", true);
        return end + 2;
    }
    return place_of_committee(end);
}

std::size_t ListReader::place_of_committee(std::size_t end)
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
        push(std::string{people_committee} + " " + std::string{m_words.slice(end, name_end)}, true);
        return name_end;
    }
    push(std::string{people_committee}, true);
    return end;
}

std::size_t ListReader::skip_province(std::size_t at) const
{
    return importer::skip_province(m_words, m_gazetteer, at);
}

std::size_t ListReader::split_collective(std::size_t at)
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

std::size_t ListReader::headed_list(std::size_t at)
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
    if (next >= m_words.size() || !m_words[next].capital) return 0;
    m_school = true;
    return bare_school(next);
}

std::size_t ListReader::bare(std::size_t at)
{
    if (!m_department) return bare_school(at);
    const auto hit = m_gazetteer.find_bare_department(m_words, at);
    if (!hit) return bare_school(at);
    push(hit->agency->canonical, true);
    return skip_owner(hit->end);
}

std::size_t ListReader::bare_school(std::size_t at)
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

std::size_t ListReader::spoken_of_level(std::size_t at)
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

/// Words that fold to the head of an agency and are none: "Quý II", "Số lượng", "Bản tin".
static bool is_other_word(std::string_view word)
{
    static constexpr std::string_view others[] = {"quý", "số", "bảo", "bản", "bàn", "họp",
                                                  "tờ",  "bố", "bổ",  "hồi", "vũ",  "đại"};
    return std::ranges::find(others, word) != std::end(others);
}

std::size_t ListReader::open_name(std::size_t at)
{
    if (at >= m_words.size() || !m_words[at].letters) return 0;
    const bool head = m_words[at].capital && is_agency_head(m_words[at].folded) &&
                      !is_other_word(text::lower(m_words.slice(at, at + 1)));
    const bool group = m_words.is(at, "cac") && m_reading == Reading::value;
    if (m_reading == Reading::sentence && (!head || m_all_capitals)) return 0;
    auto end = m_reading == Reading::value ? value_name_end(m_words, m_gazetteer, at)
                                           : sentence_name_end(m_words, m_gazetteer, at);
    // "Viện Kinh tế - Xã hội thành phố chủ trì …": whose it is belongs to the name.
    if (m_reading == Reading::sentence) end = std::max(end, m_words.match(end, "thanh pho"));
    if (end <= at + (m_reading == Reading::sentence ? 1 : 0)) return 0;
    if (!head && !group && !m_words[at].capital) return 0;
    if (is_other_word(text::lower(m_words.slice(at, at + 1))) && m_words.is(at, "quy")) return 0;
    push(name_with_level(m_words, at, end), false);
    return end;
}

void ListReader::spread_level()
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

void ListReader::join_departments()
{
    for (std::size_t i = 0; i + 1 < m_names.size(); ++i) {
        if (m_names[i].agency.name == "Các sở" &&
            m_names[i + 1].agency.name == "Các sở, ban, ngành") {
            m_names.erase(m_names.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
}

void ListReader::push(std::string name, bool is_known)
{
    m_names.push_back({{std::move(name), is_known}, false});
}

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
        const bool unread = list.empty() && words[at].letters;
        merge(all, list.names);
        at = list.empty() ? at + 1 : std::max(list.end, at + 1);
        // "Sở A (cơ quan thường trực)": what a body is, in brackets; a collective's are its
        // members.
        const bool one = list.names.size() == 1 && !list.names.front().name.starts_with("Các ");
        if (one && words.is(at, "(") && !list.empty()) {
            while (at < words.size() && !words.is(at, ")")) ++at;
        }
        // What could not be read is passed over up to the next mark.
        if (unread) {
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
