#include "channel/personal_data.hpp"

#include "calendar/moment.hpp"
#include "channel/newsletter/issue.hpp"
#include "channel/sql.hpp"

namespace caicach::channel
{
namespace
{

using Rows = PersonalDataSection::Rows;

Result<Rows> issue_rows(Context& /*context*/, database::Transaction& transaction, AccountId account)
{
    const auto cells = [](const database::Row& row) {
        const auto state = issue_state_from(row.text("state"));
        return Rows::value_type{vietnamese_moment(row.instant("made_at")), row.string("title"),
                                std::string(state ? text_of(*state) : std::string_view{})};
    };
    return transaction.all(sql::issues_of_account, cells, account);
}

}  // namespace

void add_personal_data(Module& module)
{
    module.personal_data(
        {.key = "ban-tin-da-soan",
         .title = "Số bản tin đã soạn (5.000 số gần nhất)",
         .columns = {"Lúc mở", "Tên", "Tình trạng"},
         .rows = issue_rows,
         .kept = "Giữ nguyên vì là bản tin của cơ quan; tên người không ghi kèm, chỉ có số của tài "
                 "khoản.",
         .tables = {"channel_issue"}});
}

}  // namespace caicach::channel
