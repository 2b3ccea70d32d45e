#include "report/design/designing.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

#include "crypto/crypto.hpp"
#include "report/design/piece_keys.hpp"
#include "report/form/definition_json.hpp"
#include "text/text.hpp"

namespace caicach::report
{
namespace
{

using json::Value;

constexpr std::array<std::string_view, 8> piece_names{
    "chung", "thoi-gian", "cac-buoc", "phan", "chi-tieu", "bang", "loi-van", "quy-tac"};
constexpr std::array<std::string_view, 8> piece_labels{
    "thông tin chung", "thời gian", "các bước", "phần", "chỉ tiêu", "bảng", "lời văn", "quy tắc"};
constexpr std::array<std::string_view, 3> part_members{"indicator", "table", "narrative"};

bool is_part(Piece piece)
{
    return piece == Piece::indicator || piece == Piece::table || piece == Piece::narrative;
}

Piece piece_of(const Part& part)
{
    return static_cast<Piece>(static_cast<std::size_t>(Piece::indicator) + part.index());
}

std::string_view member_of(Piece piece)
{
    return part_members.at(static_cast<std::size_t>(piece) -
                           static_cast<std::size_t>(Piece::indicator));
}

/// Where a piece stands; past the end where it is not there.
struct At {
    std::size_t section{};
    std::size_t part{};
};

std::optional<std::size_t> section_at(const Definition& definition, std::string_view key)
{
    const auto found = std::ranges::find(definition.sections, key, &Section::key);
    if (found == definition.sections.end()) return {};
    return static_cast<std::size_t>(found - definition.sections.begin());
}

std::optional<At> part_at(const Definition& definition, const Spot& spot)
{
    for (std::size_t i = 0; i < definition.sections.size(); ++i) {
        const auto& parts = definition.sections[i].parts;
        for (std::size_t j = 0; j < parts.size(); ++j)
            if (key_of(parts[j]) == spot.key && piece_of(parts[j]) == spot.piece) return At{i, j};
    }
    return {};
}

std::optional<std::size_t> check_at(const Definition& definition, std::string_view key)
{
    std::size_t at{};
    const auto* end = key.data() + key.size();
    const auto read = std::from_chars(key.data(), end, at);
    if (read.ec != std::errc{} || read.ptr != end || at >= definition.checks.size()) return {};
    return at;
}

/// What stands at an index of an array, of JSON that forms are kept as.
const Value& element(const Value& array, std::size_t at)
{
    static const Value nothing;
    return at < array.elements().size() ? array.elements()[at] : nothing;
}

FieldValues values_in(const Value& object, Piece piece)
{
    return piece == Piece::table ? table_values_of(object) : values_of(object, specs_of(piece));
}

/// Members of the form that a group of fields is of.
std::set<std::string, std::less<>> members_of(Piece piece)
{
    std::set<std::string, std::less<>> names;
    for (const auto& spec : specs_of(piece))
        names.emplace(spec.path.substr(0, spec.path.find('.')));
    return names;
}

Value without(const Value& object, const std::set<std::string, std::less<>>& names)
{
    auto rest = Value::object();
    for (const auto& [name, value] : object.members())
        if (!names.contains(name)) rest.set(name, value);
    return rest;
}

Value with_element(const Value& array, std::size_t at, Value fresh)
{
    auto changed = Value::array();
    for (std::size_t i = 0; i < array.elements().size(); ++i)
        changed.push(i == at ? fresh : array.elements()[i]);
    if (at >= array.elements().size()) changed.push(std::move(fresh));
    return changed;
}

/// Those about fields of the piece that stands there.
std::vector<Error> faults_below(std::string_view pointer, Piece piece,
                                const std::vector<Error>& faults)
{
    std::vector<Error> found;
    for (const auto& fault : faults) {
        const std::string_view at{fault.field};
        if (!at.starts_with(pointer) || at.substr(pointer.size()).substr(0, 1) != "/") continue;
        const auto path = path_of(at.substr(pointer.size()), piece);
        if (path.empty()) continue;
        found.push_back(fault);
        found.back().field = path;
    }
    return found;
}

/// A change while it is made.
class Editing
{
public:
    Editing(const Definition& definition, const Spot& spot, const FieldValues& values)
        : m_definition(definition),
          m_spot(spot),
          m_root(to_json(definition)),
          m_object(spot.piece == Piece::table ? table_object_of(values)
                                              : object_of(values, specs_of(spot.piece))),
          m_key(text::squeeze(value_at(values, "key")))
    {
    }

    Edited run()
    {
        if (is_part(m_spot.piece))
            part();
        else if (m_spot.piece == Piece::section)
            section();
        else if (m_spot.piece == Piece::check)
            check();
        else
            group();
        auto read = definition_from(m_root);
        Edited done{.definition = std::move(read.definition), .spot = m_spot};
        done.spot.is_new = false;
        done.faults = faults_below(m_pointer, m_spot.piece, read.faults);
        // What is wrong with no field of ours is still wrong.
        if (done.faults.empty()) done.faults = std::move(read.faults);
        return done;
    }

private:
    void group()
    {
        auto root = without(m_root, members_of(m_spot.piece));
        for (const auto& [name, value] : m_object.members()) root.set(name, value);
        m_root = std::move(root);
    }

    void name(std::string_view words)
    {
        auto taken = keys_in(m_definition);
        if (m_spot.is_new) m_spot.key = m_key.empty() ? key_for(words, taken) : m_key;
        m_object.set("key", m_spot.key);
    }

    void section()
    {
        name(m_object["title"].as_string());
        const auto at = section_at(m_definition, m_spot.is_new ? "" : m_spot.key);
        const auto place = at.value_or(m_definition.sections.size());
        const auto& before = element(m_root["sections"], place);
        if (before.has("parts")) m_object.set("parts", before["parts"]);
        m_root.set("sections", with_element(m_root["sections"], place, m_object));
        m_pointer = "/sections/" + std::to_string(place);
    }

    void part()
    {
        name(m_object["text"].as_string());
        if (m_spot.piece == Piece::table) m_object = with_column_keys(std::move(m_object));
        auto at = m_spot.is_new ? std::nullopt : part_at(m_definition, m_spot);
        if (!at) {
            const auto home = section_at(m_definition, m_spot.section).value_or(0);
            at = At{home, m_definition.sections[home].parts.size()};
        }
        auto home = element(m_root["sections"], at->section);
        auto fresh = Value::object().set(member_of(m_spot.piece), m_object);
        home.set("parts", with_element(home["parts"], at->part, std::move(fresh)));
        m_root.set("sections", with_element(m_root["sections"], at->section, std::move(home)));
        m_pointer = "/sections/" + std::to_string(at->section) + "/parts/" +
                    std::to_string(at->part) + "/" + std::string{member_of(m_spot.piece)};
    }

    void check()
    {
        const auto at = m_spot.is_new ? std::nullopt : check_at(m_definition, m_spot.key);
        const auto place = at.value_or(m_definition.checks.size());
        m_spot.key = std::to_string(place);
        m_root.set("checks", with_element(m_root["checks"], place, m_object));
        m_pointer = "/checks/" + m_spot.key;
    }

    const Definition& m_definition;
    Spot m_spot;
    Value m_root;
    Value m_object;
    std::string m_key;
    std::string m_pointer{};
};

/// Where a piece stands in the form's JSON; empty for the groups of fields at its top.
std::string pointer_of(const Definition& definition, const Spot& spot)
{
    const auto number = [](std::size_t at) { return std::to_string(at); };
    if (is_part(spot.piece)) {
        const auto at = part_at(definition, spot);
        if (!at) return "/none";
        return "/sections/" + number(at->section) + "/parts/" + number(at->part) + "/" +
               std::string{member_of(spot.piece)};
    }
    if (spot.piece == Piece::section) {
        const auto at = section_at(definition, spot.key);
        return at ? "/sections/" + number(*at) : "/none";
    }
    return spot.piece == Piece::check ? "/checks/" + spot.key : std::string{};
}

template <class List>
bool move_in(List& list, std::size_t at, Way way)
{
    if (way == Way::up && at == 0) return false;
    if (way == Way::down && at + 1 >= list.size()) return false;
    std::swap(list[at], list[way == Way::up ? at - 1 : at + 1]);
    return true;
}

bool move_part(Definition& definition, const At& at, Way way)
{
    auto& home = definition.sections[at.section].parts;
    if (move_in(home, at.part, way)) return true;
    const bool is_end =
        way == Way::up ? at.section == 0 : at.section + 1 >= definition.sections.size();
    if (is_end) return false;
    auto part = std::move(home[at.part]);
    home.erase(home.begin() + static_cast<std::ptrdiff_t>(at.part));
    if (way == Way::up) {
        definition.sections[at.section - 1].parts.push_back(std::move(part));
    } else {
        auto& next = definition.sections[at.section + 1].parts;
        next.insert(next.begin(), std::move(part));
    }
    return true;
}

}  // namespace

std::string_view name_of(Piece piece) { return piece_names.at(static_cast<std::size_t>(piece)); }

std::optional<Piece> piece_from(std::string_view name)
{
    const auto found = std::ranges::find(piece_names, name);
    if (found == piece_names.end()) return {};
    return static_cast<Piece>(found - piece_names.begin());
}

std::string_view label_of(Piece piece) { return piece_labels.at(static_cast<std::size_t>(piece)); }

std::optional<FieldValues> values_at(const Definition& definition, const Spot& spot)
{
    const auto root = to_json(definition);
    if (spot.is_new) {
        if (is_part(spot.piece) && !section_at(definition, spot.section)) return {};
        return values_in(Value::object(), spot.piece);
    }
    if (is_part(spot.piece)) {
        const auto at = part_at(definition, spot);
        if (!at) return {};
        const auto& parts = element(root["sections"], at->section)["parts"];
        return values_in(element(parts, at->part)[member_of(spot.piece)], spot.piece);
    }
    if (spot.piece == Piece::section) {
        const auto at = section_at(definition, spot.key);
        if (!at) return {};
        return values_in(element(root["sections"], *at), spot.piece);
    }
    if (spot.piece == Piece::check) {
        const auto at = check_at(definition, spot.key);
        if (!at) return {};
        return values_in(element(root["checks"], *at), spot.piece);
    }
    return values_in(root, spot.piece);
}

std::string stamp_of(const FieldValues& values)
{
    std::string all;
    for (const auto& [path, said] : values) {
        all += path + "\n";
        for (const auto& one : said) all += std::to_string(one.size()) + ":" + one + "\n";
    }
    return crypto::sha256_hex(all);
}

Edited edited(const Definition& definition, const Spot& spot, const FieldValues& values)
{
    return Editing{definition, spot, values}.run();
}

std::vector<Error> faults_at(const Definition& definition, const Spot& spot,
                             const std::vector<Error>& faults)
{
    return faults_below(pointer_of(definition, spot), spot.piece, faults);
}

Spot spot_at(const Definition& definition, std::string_view pointer)
{
    const auto pieces = text::split(pointer, '/');
    const auto number = [&](std::size_t at) {
        std::size_t value{};
        if (at < pieces.size())
            std::from_chars(pieces[at].data(), pieces[at].data() + pieces[at].size(), value);
        return value;
    };
    constexpr std::size_t part_place = 4;
    if (pieces.size() > 2 && pieces[1] == "checks")
        return {.piece = Piece::check, .key = std::to_string(number(2))};
    if (pieces.size() > 2 && pieces[1] == "sections" && number(2) < definition.sections.size()) {
        const auto& section = definition.sections[number(2)];
        if (pieces.size() > part_place && number(part_place) < section.parts.size()) {
            const auto& part = section.parts[number(part_place)];
            return {.piece = piece_of(part), .key = key_of(part)};
        }
        return {.piece = Piece::section, .key = section.key};
    }
    for (const auto piece : {Piece::course, Piece::flow})
        if (pieces.size() > 1 && members_of(piece).contains(pieces[1])) return {.piece = piece};
    return {};
}

std::string fold_of(const Definition& definition, const Spot& spot)
{
    const auto section = std::string{name_of(Piece::section)} + "-";
    if (spot.piece == Piece::section) return section + spot.key;
    if (!is_part(spot.piece)) return std::string{name_of(spot.piece)};
    const auto at = part_at(definition, spot);
    return at ? section + definition.sections[at->section].key : std::string{};
}

bool move(Definition& definition, const Spot& spot, Way way)
{
    if (is_part(spot.piece)) {
        const auto at = part_at(definition, spot);
        return at && move_part(definition, *at, way);
    }
    if (spot.piece == Piece::section) {
        const auto at = section_at(definition, spot.key);
        return at && move_in(definition.sections, *at, way);
    }
    const auto at = spot.piece == Piece::check ? check_at(definition, spot.key) : std::nullopt;
    return at && move_in(definition.checks, *at, way);
}

bool remove(Definition& definition, const Spot& spot)
{
    const auto erase = [](auto& list, std::size_t at) {
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(at));
        return true;
    };
    if (is_part(spot.piece)) {
        const auto at = part_at(definition, spot);
        return at && erase(definition.sections[at->section].parts, at->part);
    }
    if (spot.piece == Piece::section) {
        const auto at = section_at(definition, spot.key);
        return at && erase(definition.sections, *at);
    }
    const auto at = spot.piece == Piece::check ? check_at(definition, spot.key) : std::nullopt;
    return at && erase(definition.checks, *at);
}

}  // namespace caicach::report
