// The names that the gazetteer knows, and what may stand behind each kind of them.
#include <algorithm>

#include "plan/importer/levels.hpp"
#include "plan/importer/lexicon.hpp"
#include "plan/importer/list_reader.hpp"
#include "plan/importer/open_names.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{

static constexpr std::string_view level_tail = " tỉnh";

std::size_t ListReader::known(std::size_t at, bool forgiving)
{
    const auto hit = m_gazetteer.find(m_words, at, forgiving);
    if (!hit || hit->agency->kind == AgencyKind::person) return 0;
    const auto& agency = *hit->agency;
    auto end = hit->end;
    // "đài phát thanh", "báo cáo" in running text are words; names have a capital.
    if (m_reading == Reading::sentence && agency.kind != AgencyKind::group &&
        !has_capital(m_words, at, end) && !is_common_body(agency, end)) {
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
        m_article = m_words.is(at, "cac");
        push(agency.canonical, true);
        return rest_of_value(group_tail(end));
    }
    if (const auto tail = m_words.match(end, "cung cap");
        tail && agency.canonical.ends_with(" tỉnh")) {
        // "… cùng cấp": of the level that was spoken of, not of the province.
        push(agency.canonical.substr(0, agency.canonical.size() - level_tail.size()) + " cùng cấp",
             true);
        return tail;
    }
    if (const auto lower = below_province(agency.canonical, end)) return lower;
    if (const auto zones = zones_end(m_words, end)) {
        push(with_capital(m_words.slice(at, zones)), true);
        return zones;
    }
    if (const auto proper = proper_to_province(agency, end)) return proper;
    if (const auto trade = trade_end(agency, end)) return trade;
    push(of_city(agency.canonical, end) ? with_city(agency.canonical) : agency.canonical, true);
    const auto owner = skip_owner(end);
    // "Đài Phát thanh và Truyền hình X" of a province that the list does not know.
    return owner == end && agency.kind == AgencyKind::provincial ? skip_province(end) : owner;
}

bool ListReader::is_common_body(const KnownAgency& agency, std::size_t end) const
{
    return agency.kind == AgencyKind::leveled && level_at(m_words, end).has_value();
}

std::size_t ListReader::below_province(std::string_view canonical, std::size_t end)
{
    if (!canonical.ends_with(level_tail) || m_words.is(end - 1, "tinh")) return 0;
    const auto level = level_at(m_words, end);
    if (!level || level->level == Level::province) return 0;
    push(std::string{canonical.substr(0, canonical.size() - level_tail.size())} + " " +
             level_called(m_words, end, *level),
         true);
    return level->end;
}

std::size_t ListReader::proper_to_province(const KnownAgency& agency, std::size_t end)
{
    const auto owner = skip_province(end);
    if (owner == end || agency.kind != AgencyKind::provincial || m_words.is(end - 1, "tinh") ||
        agency.canonical.starts_with("Đài ") || m_all_capitals) {
        return 0;
    }
    std::string_view name = agency.canonical;
    if (name.ends_with(level_tail)) name.remove_suffix(level_tail.size());
    const auto hit = m_gazetteer.find_province(m_words, end);
    const auto proper =
        hit ? std::string{hit->province->name} : std::string{m_words.slice(end, owner)};
    push(std::string{name} + " " + proper, true);
    return owner;
}

std::size_t ListReader::trade_end(const KnownAgency& agency, std::size_t end)
{
    const auto hit = m_words.is(end - 1, "nganh") ? m_gazetteer.find_bare_department(m_words, end)
                                                  : std::nullopt;
    if (!hit || agency.kind != AgencyKind::single) return 0;
    push(agency.canonical + " " + std::string{m_words.slice(end, hit->end)}, true);
    return hit->end;
}

bool ListReader::of_city(std::string_view canonical, std::size_t end) const
{
    return canonical.ends_with(" tỉnh") &&
           (m_words.match(end, "thanh pho") != 0 || m_words.match(end - 2, "thanh pho") != 0);
}

std::string ListReader::with_city(std::string name)
{
    name.resize(name.size() - std::string_view{"tỉnh"}.size());
    return name + "thành phố";
}

std::size_t ListReader::skip_owner(std::size_t at) const
{
    if (m_words.is(at, "tinh")) return skip_province(at + 1);
    if (m_words.match(at, "thanh pho") != 0) return skip_province(at + 2);
    if (const auto hit = m_gazetteer.find_province(m_words, at)) return hit->end;
    return at;
}

std::size_t ListReader::owner_of_group(std::size_t at)
{
    const auto told = std::max(m_words.match(at, "truc thuoc"), m_words.match(at, "thuoc"));
    const bool said = at > 0 && m_words.is(at - 1, "thuoc");  // the name ends in "trực thuộc"
    auto begin = told != 0 || said ? std::max(told, at) : 0;
    if (begin == 0 && m_words.is(at, "cua")) begin = at + 1;
    const auto end = begin == 0 ? 0 : office_end(m_words, begin);
    if (end == 0 || (told == 0 && !said)) return end;
    auto& name = m_names.back().agency.name;
    const auto owner = " " + std::string{m_words.slice(begin, end)};
    if (name.ends_with(" thuộc")) {
        name += owner;
    } else if (name.find(" thuộc") == std::string::npos) {
        name += " " + std::string{m_words.slice(said ? at - 2 : at, end)};
        if (!said && m_words.is(at, "thuoc")) share_owner(owner);
    }
    return end;
}

void ListReader::share_owner(const std::string& owner)
{
    // With an article of its own, the last member stands alone.
    if (m_article) return;
    for (auto i = m_names.size() - 1; i-- > 0;) {
        auto& name = m_names[i].agency.name;
        if (!name.starts_with("Các ") || name.find(" thuộc") != std::string::npos) return;
        name += " thuộc" + owner;
    }
}

std::size_t ListReader::rest_of_value(std::size_t at)
{
    const bool ends = at >= m_words.size() || !m_words[at].letters;
    if (ends || m_reading == Reading::sentence || role_verbs().find(m_words, at) ||
        is_connective(text::lower(m_words.slice(at, at + 1))) || m_gazetteer.find(m_words, at)) {
        return at;
    }
    for (const auto* filler : {"co", "cung", "de", "khi", "lam", "chu", "neu", "khac"}) {
        if (m_words.is(at, filler)) return at;
    }
    const auto end = value_name_end(m_words, m_gazetteer, at);
    m_names.back().agency.name += " " + std::string{m_words.slice(at, end)};
    return end;
}

std::size_t ListReader::more_of_group(std::size_t at)
{
    auto& name = m_names.back().agency.name;
    auto end = m_words.match(at, "truc thuoc");
    if (end == 0 || name.find(" thuộc") != std::string::npos) {
        end = std::max(m_words.match(at, "lien quan"), m_words.match(at, "co lien quan"));
        if (end == 0) return at;
        name += " liên quan";
        return group_tail_end(m_words, m_gazetteer, end);
    }
    name += " trực thuộc";
    return end;
}

std::size_t ListReader::group_tail(std::size_t at)
{
    if (const auto owner = owner_of_group(at)) return owner;
    if (const auto more = more_of_group(at); more != at) return more;
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

std::size_t ListReader::named(std::size_t begin, std::size_t end, const KnownAgency& agency)
{
    std::string name = agency.canonical;
    // "Bưu điện huyện", "Viễn thông các huyện, thị xã"
    if (const auto level = level_at(m_words, end); level && level->level != Level::province) {
        push(name + " " + level_called(m_words, end, *level), true);
        return level->end;
    }
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

std::size_t ListReader::leveled(std::size_t end, const KnownAgency& agency)
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
    // "Đoàn Thanh niên Sở": of the office itself.
    if (m_words.is(end, "so") && office_end(m_words, end) != 0) {
        push(agency.canonical + " " + std::string{m_words.slice(end, end + 1)}, true);
        return end + 1;
    }
    push(agency.canonical, true);
    m_names.back().takes_level = true;
    return end;
}

}  // namespace caicach::plan::importer
