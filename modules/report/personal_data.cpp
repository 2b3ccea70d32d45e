#include "report/personal_data.hpp"

#include "calendar/moment.hpp"
#include "report/sql.hpp"

namespace caicach::report
{
namespace
{

using Rows = PersonalDataSection::Rows;

Result<Rows> version_rows(Context& /*context*/, database::Transaction& transaction,
                          AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return Rows::value_type{vietnamese_moment(row.instant("made_at")), row.string("title"),
                                std::to_string(row.integer("number")), row.string("source")};
    };
    return transaction.all(sql::versions_of_account, cells, account);
}

Result<Rows> period_rows(Context& /*context*/, database::Transaction& transaction,
                         AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return Rows::value_type{vietnamese_moment(row.instant("opened_at")),
                                row.string("form_title"), row.string("title")};
    };
    return transaction.all(sql::periods_of_account, cells, account);
}

}  // namespace

void add_personal_data(Module& module)
{
    module.personal_data(
        {.key = "mau-bao-cao",
         .title = "Bản của mẫu báo cáo đã lập (5.000 bản gần nhất)",
         .columns = {"Lúc", "Mẫu", "Bản", "Nguồn"},
         .rows = version_rows,
         .kept = "Giữ nguyên vì báo cáo được lập theo các bản này; tên người không ghi kèm, chỉ có "
                 "số của tài khoản.",
         .tables = {"report_form_version"}});
    module.personal_data(
        {.key = "ky-bao-cao",
         .title = "Kỳ báo cáo đã mở (5.000 kỳ gần nhất)",
         .columns = {"Lúc", "Mẫu", "Kỳ"},
         .rows = period_rows,
         .kept = "Giữ nguyên vì báo cáo của các cơ quan thuộc kỳ này; tên người không ghi kèm, chỉ "
                 "có số của tài khoản.",
         .tables = {"report_period"}});
}

}  // namespace caicach::report
