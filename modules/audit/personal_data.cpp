#include "audit/personal_data.hpp"

#include <utility>

#include "audit/api.hpp"
#include "audit/entry_rows.hpp"
#include "audit/limits.hpp"
#include "audit/sql.hpp"
#include "audit/trail_line.hpp"
#include "database/transaction.hpp"

namespace caicach::audit
{
namespace
{

using Rows = PersonalDataSection::Rows;

constexpr std::string_view kept_text =
    "Nhật ký giữ nguyên, kể cả địa chỉ của máy đã dùng: các dòng nối nhau bằng mã băm, bỏ một dòng "
    "là không còn chứng minh được ai đã làm gì trong công vụ.";

/// By the account, not by the name: a name may be another's too, or have been put right.
Result<Rows> act_rows(Context& context, database::Transaction& transaction, AccountId id)
{
    const auto entries =
        TRY(transaction.all(sql::acts_of_account, read_entry, id, limits::acts_in_download_max));
    TrailWords words(context.services(), transaction);
    Rows rows;
    rows.reserve(entries.size());
    for (const auto& entry : entries) {
        auto line = TRY(words.line_of(entry));
        rows.push_back({std::move(line.time), std::move(line.agency), std::move(line.action),
                        std::move(line.kind), std::move(line.title), std::move(line.address)});
    }
    return rows;
}

Result<Rows> look_rows(Context& context, database::Transaction& transaction, AccountId id)
{
    const auto looks = TRY(looks_at(context.services(), transaction, "account", id.value));
    Rows rows;
    rows.reserve(looks.size());
    for (const auto& look : looks) rows.push_back({look.time, look.reader, look.agency, look.what});
    return rows;
}

}  // namespace

void add_personal_data(Module& module)
{
    module.personal_data(
        {.key = "viec-da-lam",
         .title = "Việc đã làm, theo nhật ký (5.000 dòng gần nhất)",
         .columns = {"Lúc", "Thay mặt cơ quan", "Việc", "Loại", "Tên", "Từ địa chỉ"},
         .rows = act_rows,
         .kept = kept_text,
         .tables = {"audit_entry"}});
    module.personal_data({.key = "ai-da-xem",
                          .title = "Ai đã xem dữ liệu của tôi (200 lần gần nhất)",
                          .columns = {"Lúc", "Người xem", "Cơ quan", "Xem gì"},
                          .rows = look_rows,
                          .kept = kept_text});
}

}  // namespace caicach::audit
