#include "attachment/check.hpp"

#include <fmt/core.h>

#include "attachment/content_folder.hpp"
#include "attachment/limits.hpp"
#include "attachment/sql.hpp"
#include "crypto/crypto.hpp"
#include "database/transaction.hpp"

namespace caicach::attachment
{

namespace
{

using Problems = std::vector<std::string>;

bool is_full(const Problems& problems) { return problems.size() >= limits::problems_max; }

Result<void> check_contents(database::Transaction& transaction, const ContentFolder& folder,
                            Problems& problems)
{
    return transaction.each(sql::contents, [&](const database::Row& row) {
        const auto sha256 = row.string("sha256");
        const auto actual = crypto::sha256_hex_of_file(folder.path_of(sha256));
        if (!actual) {
            problems.push_back(
                fmt::format("Thiếu tệp {}. Hãy chép lại từ bản sao lưu.", folder.path_of(sha256)));
        } else if (*actual != sha256) {
            problems.push_back(
                fmt::format("Nội dung tệp {} đã bị thay đổi. Hãy chép lại từ bản sao lưu.",
                            folder.path_of(sha256)));
        }
        return !is_full(problems);
    });
}

Result<void> check_orphans(database::Transaction& transaction, const ContentFolder& folder,
                           Instant now, Problems& problems)
{
    const auto now_seconds = now.microseconds / 1'000'000;
    return folder.each([&](const std::string& sha256, std::int64_t changed_at) -> Result<bool> {
        if (now_seconds - changed_at < limits::orphan_age_seconds) return true;
        const auto found = TRY(transaction.maybe_one(
            sql::content_exists, [](const database::Row& row) { return row.string("sha256"); },
            sha256));
        if (!found)
            problems.push_back(
                fmt::format("Tệp {} không thuộc hồ sơ nào (lần tải lên bị ngắt giữa "
                            "chừng). Có thể xóa.",
                            folder.path_of(sha256)));
        return !is_full(problems);
    });
}

}  // namespace

Result<std::vector<std::string>> check_files(Context& context)
{
    const ContentFolder folder(context.services().data_folder);
    auto transaction = TRY(context.read());
    Problems problems;
    TRY(check_contents(transaction, folder, problems));
    if (!is_full(problems)) TRY(check_orphans(transaction, folder, context.now(), problems));
    return problems;
}

}  // namespace caicach::attachment
