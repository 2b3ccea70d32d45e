#include "plan/importer/gazetteer.hpp"

#include <algorithm>
#include <array>

#include "plan_importer/data.hpp"
#include "text/text.hpp"

namespace caicach::plan
{
namespace
{

std::optional<AgencyKind> kind_named(std::string_view name)
{
    static constexpr std::array<std::pair<std::string_view, AgencyKind>, 7> kinds{{
        {"department", AgencyKind::department},
        {"provincial", AgencyKind::provincial},
        {"named", AgencyKind::named},
        {"leveled", AgencyKind::leveled},
        {"group", AgencyKind::group},
        {"single", AgencyKind::single},
        {"person", AgencyKind::person},
    }};
    for (const auto& [key, kind] : kinds) {
        if (key == name) return kind;
    }
    return std::nullopt;
}

/// Words shorter than this must be right: one letter changes them into other words.
constexpr std::size_t forgivable_length = 4;
constexpr int slips_max = 2;

}  // namespace

int edit_distance(std::string_view a, std::string_view b, int bound)
{
    constexpr std::size_t longest = 40;
    const auto difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (difference > static_cast<std::size_t>(bound)) return bound + 1;
    if (a.size() > longest || b.size() > longest) return a == b ? 0 : bound + 1;
    std::array<int, longest + 1> row{};
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
        }
    }
    return std::min(row[b.size()], bound + 1);
}

bool Gazetteer::read_agency(std::string_view line)
{
    const auto cells = text::split(line, '\t');
    if (cells.size() < 2) return false;
    const auto aliases = cells.size() > 2 ? cells[2] : std::string_view{};
    if (cells[0] == "short") {
        for (const auto form : text::split(aliases, ';')) {
            m_short_forms.add(form, {std::string{cells[1]}, true});
        }
        return true;
    }
    const auto kind = kind_named(cells[0]);
    if (kind) add(*kind, cells[1], aliases);
    return kind.has_value();
}

bool Gazetteer::read_province(std::string_view line)
{
    const auto cells = text::split(line, '\t');
    if (cells.size() < 4) return false;
    const Province province{std::string{cells[0]}, cells[1] == "thành phố",
                            Date::from_iso(cells[2]), Date::from_iso(cells[3])};
    m_provinces.add(cells[0], province);
    if (cells.size() < 5) return true;
    for (const auto spelling : text::split(cells[4], ';')) m_provinces.add(spelling, province);
    return true;
}

Result<Gazetteer> Gazetteer::create(std::string_view agencies, std::string_view provinces)
{
    Gazetteer gazetteer;
    const auto read = [&](std::string_view table, auto take) -> Result<void> {
        int number = 0;
        for (const auto line : text::split(table, '\n')) {
            ++number;
            if (line.empty() || line.starts_with('#') || (gazetteer.*take)(line)) continue;
            return failure(Failure::invalid, "plan.gazetteer.malformed", {},
                           {std::to_string(number)});
        }
        return {};
    };
    TRY(read(agencies, &Gazetteer::read_agency));
    TRY(read(provinces, &Gazetteer::read_province));
    return gazetteer;
}

const Gazetteer& Gazetteer::standard()
{
    static const auto gazetteer = MUST(create(data::gazetteer, data::provinces));
    return gazetteer;
}

void Gazetteer::add(AgencyKind kind, std::string_view canonical, std::string_view aliases)
{
    const KnownAgency agency{kind, std::string{canonical}};
    auto name = canonical;
    m_names.add(name, agency);
    for (const auto alias : text::split(aliases, ';')) m_names.add(alias, agency);
    if (kind == AgencyKind::department) {
        const auto blank = name.find(' ');
        m_bare_departments.add(name.substr(blank + 1), agency);
        for (const auto alias : text::split(aliases, ';')) {
            const auto head = alias.find(' ');
            if (head != std::string_view::npos)
                m_bare_departments.add(alias.substr(head + 1), agency);
        }
    }
    // "Hội Nông dân tỉnh" is mostly called without its "tỉnh"; what needs it names its aliases.
    if (kind == AgencyKind::provincial && aliases.empty() && name.ends_with(" tỉnh")) {
        m_names.add(name.substr(0, name.size() - std::string_view{" tỉnh"}.size()), agency);
    }
}

std::optional<Gazetteer::Hit> Gazetteer::find(const Words& words, std::size_t at,
                                              bool forgiving) const
{
    if (const auto hit = m_names.find(words, at)) return Hit{hit->value, hit->end, 0};
    return forgiving ? find_forgiving(words, at) : std::nullopt;
}

/// How far a name's words differ from the text's at `at`, and the word behind them; more slips than
/// are forgiven where they are others.
struct NearMatch {
    int slips{};
    std::size_t end{};
};
static NearMatch match_forgiving(const Words& words, std::size_t at,
                                 const std::vector<std::string>& name, int slips)
{
    for (const auto& word : name) {
        while (at < words.size() && !words[at].letters && words[at].folded != ";") ++at;
        if (at >= words.size()) return {slips_max + 1, at};
        const int allowed = word.size() >= forgivable_length ? 1 : 0;
        const int distance = edit_distance(word, words[at].folded, allowed);
        slips += distance > allowed ? slips_max + 1 : distance;
        if (slips > slips_max) break;
        ++at;
    }
    return {slips, at};
}

std::optional<Gazetteer::Hit> Gazetteer::find_forgiving(const Words& words, std::size_t at) const
{
    if (at >= words.size() || !words[at].letters) return std::nullopt;
    std::optional<Hit> best;
    for (const auto& [first, entries] : m_names.entries()) {
        const int first_slips = edit_distance(first, words[at].folded, 1);
        if (first_slips > 1 || (first_slips == 1 && first.size() < 3)) continue;
        for (const auto& entry : entries) {
            if (entry.rest.size() < 2 || entry.value.kind == AgencyKind::person) continue;
            const auto [slips, end] = match_forgiving(words, at + 1, entry.rest, first_slips);
            const bool better =
                !best || slips < best->slips || (slips == best->slips && end > best->end);
            if (slips <= slips_max && better) best = Hit{&entry.value, end, slips};
        }
    }
    return best;
}

std::optional<Gazetteer::Hit> Gazetteer::find_bare_department(const Words& words,
                                                              std::size_t at) const
{
    const auto hit = m_bare_departments.find(words, at);
    if (!hit || !words[at].capital) return std::nullopt;
    return Hit{hit->value, hit->end, 0};
}

std::optional<Gazetteer::ProvinceHit> Gazetteer::find_province(const Words& words,
                                                               std::size_t at) const
{
    const auto hit = m_provinces.find(words, at);
    if (!hit || !words[at].capital) return std::nullopt;
    return ProvinceHit{hit->value, hit->end};
}

std::string Gazetteer::expand(std::string_view text) const
{
    const Words words{text};
    std::string out;
    std::size_t copied = 0;
    for (std::size_t at = 0; at < words.size();) {
        const auto hit = m_short_forms.find(words, at);
        const auto capitals = [&](std::size_t from, std::size_t to) {
            const auto printed = words.slice(from, to);
            return is_upper_case(words.slice(from, from + 1)) ||
                   (begins_with_capital(printed) && to - from > 1);
        };
        if (!hit || !capitals(at, hit->end)) {
            ++at;
            continue;
        }
        out += text.substr(copied, words[at].begin - copied);
        out += hit->value->full;
        copied = words[hit->end - 1].end;
        at = hit->end;
    }
    out += text.substr(copied);
    return out;
}

}  // namespace caicach::plan
