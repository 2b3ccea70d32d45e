#include "attachment/examination.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_set>

#include "attachment/limits.hpp"
#include "attachment/sql.hpp"
#include "crypto/crypto.hpp"

namespace caicach::attachment
{

namespace
{

/// In the order of the enumerators.
constexpr std::array<std::string_view, 3> keys{"missing", "changed", "orphan"};

}  // namespace

std::string_view key_of(Fault fault) { return keys.at(static_cast<std::size_t>(fault)); }

Fault fault_from_key(std::string_view key)
{
    const auto* found = std::ranges::find(keys, key);
    VERIFY(found != keys.end());
    return static_cast<Fault>(found - keys.begin());
}

std::string text_of(Fault fault)
{
    switch (fault) {
        case Fault::missing:
            return "Thiếu tệp. Hãy chép lại từ bản sao lưu.";
        case Fault::changed:
            return "Nội dung tệp đã bị thay đổi. Hãy chép lại từ bản sao lưu.";
        case Fault::orphan:
            break;
    }
    return fmt::format(
        "Tệp không thuộc hồ sơ nào (lần tải lên bị ngắt giữa chừng, hoặc cơ sở dữ "
        "liệu vừa được khôi phục). Phần mềm tự xóa sau {} ngày.",
        limits::orphan_days_kept);
}

std::optional<Fault> examine(const ContentFolder& folder, std::string_view sha256)
{
    const auto actual = crypto::sha256_hex_of_file(folder.path_of(sha256));
    if (!actual) return Fault::missing;
    if (*actual != sha256) return Fault::changed;
    return std::nullopt;
}

Result<std::vector<std::string>> orphans_on(database::Transaction& transaction,
                                            const ContentFolder& folder, std::string_view shelf,
                                            Instant now)
{
    const auto stored = TRY(folder.on_shelf(shelf));
    std::vector<std::string> orphans;
    if (stored.empty()) return orphans;
    const auto rows = TRY(transaction.all(
        sql::hashes_between, [](const database::Row& row) { return row.string("sha256"); }, shelf,
        end_of(shelf)));
    const std::unordered_set<std::string_view> known(rows.begin(), rows.end());
    for (const auto& content : stored) {
        const bool is_young = now < content.changed_at + limits::orphan_age_seconds;
        if (!is_young && !known.contains(content.sha256)) orphans.push_back(content.sha256);
    }
    return orphans;
}

std::optional<std::string> shelf_after(std::string_view shelf)
{
    int number = 0;
    std::from_chars(shelf.data(), shelf.data() + shelf.size(), number, 16);
    if (number + 1 >= limits::shelves) return std::nullopt;
    return fmt::format("{:02x}", number + 1);
}

std::string end_of(std::string_view shelf) { return std::string(shelf) + "g"; }

}  // namespace caicach::attachment
