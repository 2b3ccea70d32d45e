#include "report/form/differences.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "json/value.hpp"
#include "report/form/definition_json.hpp"

namespace caicach::report
{
namespace
{

using Kind = FormDifference::Kind;

struct Name {
    std::string_view member{};
    std::string_view text{};
};

constexpr std::array names{
    Name{"title", "Tên"},
    Name{"kind", "Loại báo cáo"},
    Name{"note", "Giới thiệu"},
    Name{"is_ad_hoc", "Báo cáo đột xuất"},
    Name{"reporters", "Cơ quan báo cáo"},
    Name{"collector", "Nơi nhận"},
    Name{"owner", "Cơ quan chủ quản"},
    Name{"owner_reports", "Cơ quan chủ quản báo cáo lên"},
    Name{"owner_due", "Hạn của cơ quan chủ quản"},
    Name{"period", "Kỳ báo cáo"},
    Name{"due", "Hạn gửi"},
    Name{"data_until", "Chốt số liệu trước khi hết kỳ"},
    Name{"lock", "Khóa"},
    Name{"flow", "Các bước"},
    Name{"secrecy_notice", "Lời nhắc bí mật nhà nước"},
    Name{"legal_basis", "Căn cứ pháp lý"},
    Name{"duty", "Nhiệm vụ của kế hoạch"},
    Name{"document_kind", "Loại văn bản"},
    Name{"citations", "Căn cứ"},
    Name{"text", "Tên"},
    Name{"unit", "Đơn vị tính"},
    Name{"area", "Lĩnh vực"},
    Name{"decimals", "Số chữ số lẻ"},
    Name{"source", "Nguồn số"},
    Name{"span", "Khoảng tính"},
    Name{"adding", "Cách cộng"},
    Name{"figure", "Số liệu"},
    Name{"denominator_figure", "Số liệu của mẫu số"},
    Name{"weight", "Quyền số"},
    Name{"is_required", "Bắt buộc"},
    Name{"definition", "Định nghĩa"},
    Name{"rows_of", "Dòng"},
    Name{"fixed_rows", "Các dòng cố định"},
    Name{"told_table", "Lấy dòng từ"},
    Name{"columns", "Các cột"},
    Name{"is_annex", "Là phụ lục"},
    Name{"is_landscape", "Giấy nằm ngang"},
    Name{"drawn_of", "Dựng sẵn từ"},
    Name{"length_max", "Dài nhất (ký tự)"},
    Name{"is_collected", "Tập hợp lên cấp trên"},
};

std::string name_of(std::string_view member)
{
    const auto found = std::ranges::find(names, member, &Name::member);
    return std::string{found == names.end() ? member : found->text};
}

std::string shown(const json::Value& value)
{
    if (value.is_null()) return {};
    if (value.is_string()) return std::string{value.as_string()};
    const auto text = json::dump(value);
    if (text == "true") return "có";
    if (text == "false") return "không";
    return text;
}

/// A section or a part with the section in which it stands.
struct Place {
    std::string section{};  ///< its title
    std::string key{};
    std::string what{};
    const Part* part{};  ///< none of a section
    json::Value value{};
};

std::string what_of(const Part& part)
{
    constexpr std::array<std::string_view, 3> kinds{"Chỉ tiêu", "Bảng", "Lời văn"};
    return std::string{kinds.at(part.index())} + " “" + text_of(part) + "”";
}

std::vector<Place> places_of(const Definition& form)
{
    std::vector<Place> places;
    for (const auto& section : form.sections) {
        auto value = json::Value::object();
        value.set("title", section.title).set("level", section.level);
        places.push_back({.key = section.key,
                          .what = "Phần “" + section.title + "”",
                          .value = std::move(value)});
        for (const auto& part : section.parts)
            places.push_back({.section = section.title,
                              .key = key_of(part),
                              .what = what_of(part),
                              .part = &part,
                              .value = to_json(part).members().front().second});
    }
    return places;
}

const Place* same_in(const std::vector<Place>& places, const Place& one)
{
    const auto found = std::ranges::find_if(places, [&](const Place& other) {
        return other.key == one.key && (other.part == nullptr) == (one.part == nullptr);
    });
    return found == places.end() ? nullptr : &*found;
}

/// Whether numbers told before may stand beside those told after.
bool goes_on(const Place& before, const Place& after)
{
    if (before.part == nullptr || before.part->index() != after.part->index())
        return before.part == nullptr;
    const auto* one = std::get_if<Indicator>(before.part);
    if (one == nullptr) return true;
    const auto& other = std::get<Indicator>(*after.part);
    return one->unit == other.unit && one->span == other.span &&
           (one->adding == Adding::ratio) == (other.adding == Adding::ratio);
}

class Comparer
{
public:
    std::vector<FormDifference> compare(const Definition& before, const Definition& after)
    {
        auto head_before = to_json(before);
        auto head_after = to_json(after);
        for (auto* head : {&head_before, &head_after})
            head->set("sections", nullptr).set("checks", nullptr);
        members("Mẫu", head_before, head_after, true);
        parts(places_of(before), places_of(after));
        checks(before.checks, after.checks);
        return std::move(m_found);
    }

private:
    void members(const std::string& what, const json::Value& before, const json::Value& after,
                 bool goes_on_so)
    {
        const auto note = [&](const std::string& member) {
            if (before[member] == after[member]) return;
            m_found.push_back({Kind::changed, what, name_of(member), shown(before[member]),
                               shown(after[member]), goes_on_so});
        };
        for (const auto& [member, value] : after.members()) note(member);
        for (const auto& [member, value] : before.members())
            if (!after.has(member)) note(member);
    }

    void parts(const std::vector<Place>& before, const std::vector<Place>& after)
    {
        for (const auto& now : after) {
            const auto* then = same_in(before, now);
            if (then == nullptr) {
                m_found.push_back({.kind = Kind::added, .what = now.what, .after = now.section});
                continue;
            }
            const bool goes_on_so = goes_on(*then, now);
            members(now.what, then->value, now.value, goes_on_so);
            if (then->section != now.section)
                m_found.push_back({Kind::changed, now.what, "Đứng ở phần", then->section,
                                   now.section, goes_on_so});
        }
        for (const auto& then : before) {
            if (same_in(after, then) == nullptr)
                m_found.push_back({.kind = Kind::removed,
                                   .what = then.what,
                                   .before = then.section,
                                   .goes_on = then.part == nullptr});
        }
        order(before, after);
    }

    /// What stays in another order is told once: each move by itself says nothing to people.
    void order(const std::vector<Place>& before, const std::vector<Place>& after)
    {
        const auto kept = [](const std::vector<Place>& places, const std::vector<Place>& others) {
            std::vector<std::string_view> keys;
            for (const auto& one : places)
                if (same_in(others, one) != nullptr) keys.push_back(one.key);
            return keys;
        };
        if (kept(before, after) != kept(after, before))
            m_found.push_back(
                {.what = "Mẫu", .field = "Thứ tự", .before = "thứ tự cũ", .after = "thứ tự mới"});
    }

    void checks(const std::vector<Check>& before, const std::vector<Check>& after)
    {
        const auto note = [&](Kind kind, const std::vector<Check>& all,
                              const std::vector<Check>& others) {
            for (const auto& check : all) {
                if (std::ranges::find(others, check) != others.end()) continue;
                m_found.push_back({.kind = kind, .what = "Quy tắc “" + check.text + "”"});
            }
        };
        note(Kind::added, after, before);
        note(Kind::removed, before, after);
    }

    std::vector<FormDifference> m_found{};
};

}  // namespace

std::vector<FormDifference> differences(const Definition& before, const Definition& after)
{
    return Comparer{}.compare(before, after);
}

}  // namespace caicach::report
