#include "audit/trail_detail.hpp"

#include <algorithm>
#include <array>

#include "audit/limits.hpp"
#include "identity/api.hpp"
#include "json/value.hpp"
#include "organisation/api.hpp"

namespace caicach::audit
{
namespace
{

struct Field {
    std::string_view key{};
    std::string_view word{};
};

/// What writers call the fields of their things, in words. What is not here is for programs.
constexpr std::array<Field, 36> fields{{{"name", "tên"},
                                        {"short_name", "tên viết tắt"},
                                        {"user_name", "tên đăng nhập"},
                                        {"code", "mã"},
                                        {"kind", "loại"},
                                        {"parent", "cơ quan cấp trên"},
                                        {"alias", "tên gọi khác"},
                                        {"label", "nơi"},
                                        {"value", "nội dung"},
                                        {"role", "vai trò"},
                                        {"branch", "phạm vi"},
                                        {"agency", "cơ quan"},
                                        {"member", "thuộc nhóm"},
                                        {"from", "từ ngày"},
                                        {"to", "đến ngày"},
                                        {"valid_from", "từ ngày"},
                                        {"valid_to", "đến ngày"},
                                        {"day", "từ ngày"},
                                        {"source", "căn cứ"},
                                        {"people", "số người"},
                                        {"monday", "thứ Hai"},
                                        {"tuesday", "thứ Ba"},
                                        {"wednesday", "thứ Tư"},
                                        {"thursday", "thứ Năm"},
                                        {"friday", "thứ Sáu"},
                                        {"saturday", "thứ Bảy"},
                                        {"sunday", "Chủ nhật"},
                                        {"address", "địa chỉ"},
                                        {"telephone", "điện thoại"},
                                        {"hotline", "đường dây nóng"},
                                        {"email", "thư điện tử"},
                                        {"site", "trang thông tin"},
                                        {"page", "trang mạng xã hội"},
                                        {"point", "đầu mối"},
                                        {"created", "thêm"},
                                        {"changed", "sửa"}}};

std::string_view word_of(std::string_view key)
{
    const auto* const found = std::ranges::find(fields, key, &Field::key);
    return found == fields.end() ? std::string_view{} : found->word;
}

/// "hotline", not "sở": a word of the program.
bool is_key(std::string_view text)
{
    return std::ranges::all_of(
        text, [](char letter) { return (letter >= 'a' && letter <= 'z') || letter == '_'; });
}

class DetailWords
{
public:
    DetailWords(database::Transaction& transaction, Date day)
        : m_transaction(transaction), m_day(day)
    {
    }

    Result<std::string> of(const json::Value& detail)
    {
        const auto& before = detail["before"];
        const auto& after = detail["after"];
        TRY(plain(detail));
        TRY(plain_or_changed(before, after));
        for (const auto& [key, value] : after.members())
            if (!before.has(key)) TRY(tell(key, value));
        return std::move(m_words);
    }

private:
    /// What stands beside `before` and `after`, and details that tell no change.
    Result<void> plain(const json::Value& detail)
    {
        for (const auto& [key, value] : detail.members()) {
            if (key == "changed" && value.is_array())
                names(value);
            else if (key != "before" && key != "after")
                TRY(tell(key, value));
        }
        return {};
    }

    Result<void> plain_or_changed(const json::Value& before, const json::Value& after)
    {
        for (const auto& [key, value] : before.members()) {
            if (!after.has(key)) {
                TRY(tell(key, value));
                continue;
            }
            const auto was = TRY(text_of(key, value));
            const auto is = TRY(text_of(key, after[key]));
            if (was == is)
                add(word_of(key), is);
            else
                add(word_of(key), or_nothing(was) + " → " + or_nothing(is));
        }
        return {};
    }

    /// Of a person only which fields changed is told.
    void names(const json::Value& changed)
    {
        for (const auto& field : changed.elements())
            add("sửa", std::string(word_of(field.as_string())));
    }

    Result<void> tell(std::string_view key, const json::Value& value)
    {
        const auto text = TRY(text_of(key, value));
        if (!text.empty()) add(word_of(key), text);
        return {};
    }

    Result<std::string> text_of(std::string_view key, const json::Value& value)
    {
        if (key == "branch" || (key == "agency" && value.is_number()))
            return agency_of(value.as_integer());
        if (value.is_number()) return std::to_string(value.as_integer());
        const auto text = value.as_string();
        if (key == "role") {
            const auto role = identity::role_from_key(text);
            return std::string(role ? identity::text_of(*role) : text);
        }
        if (key == "kind" && is_key(text)) return std::string(word_of(text));
        if (key == "member") return std::string(value.as_bool() ? "có" : "không");
        const auto day = Date::from_iso(text);
        return day ? day->vietnamese() : std::string(text);
    }

    Result<std::string> agency_of(std::int64_t id)
    {
        const organisation::AgencyId agency{id};
        if (agency == identity::whole_province) return std::string("toàn tỉnh");
        auto found = organisation::agency_by_id(m_transaction, agency, m_day);
        if (found) return std::move(found->name);
        if (found.error().kind == Failure::not_found) return std::string{};
        return tl::unexpected<Error>(std::move(found).error());
    }

    static std::string or_nothing(const std::string& text)
    {
        return text.empty() ? "(trống)" : text;
    }

    void add(std::string_view word, std::string_view text)
    {
        if (word.empty() || text.empty() || m_told == limits::detail_fields_shown_max) return;
        ++m_told;
        if (!m_words.empty()) m_words += "; ";
        m_words.append(word).append(": ").append(text);
    }

    database::Transaction& m_transaction;
    Date m_day;
    std::string m_words{};
    int m_told{};
};

}  // namespace

Result<std::string> words_of_detail(database::Transaction& transaction, std::string_view detail,
                                    Date day)
{
    const auto parsed = json::parse(detail, {.bytes = limits::detail_length_max, .depth = 8});
    // A row that somebody has tampered with is shown, and named by the chain.
    if (!parsed) return std::string{};
    return DetailWords(transaction, day).of(*parsed);
}

}  // namespace caicach::audit
